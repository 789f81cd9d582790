// What programs that a test begins find around them: none of the settings of whoever runs the tests, and what
// was compiled for the program before.
const { PATH = "", HOME = "", NODE_COMPILE_CACHE } = process.env;

export const bareEnv: Readonly<Record<string, string>> = {
  PATH,
  HOME,
  ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }),
};
