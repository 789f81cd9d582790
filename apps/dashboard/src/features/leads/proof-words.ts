// What the desk says about a message whose browser did not do its small sum.

export const proofWords = {
  none: "Sent without the browser check",
  bad: "Sent with a wrong browser check",
};

export const proofHint =
  "The page asks browsers for a small sum in the background. Some people's browsers run no scripts, or the page stood open for long; programs skip it, too.";
