export function LiveMark() {
  return null;
}
