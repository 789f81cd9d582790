// A path of this host, whatever was asked for: a browser takes "//elsewhere" and "/\\elsewhere" for another.

export function localPath(url: string): `/${string}` {
  return `/${url.replace(/^[/\\]+/, "")}`;
}
