/** Runs something in a page that takes captured text for its own: markup, addresses, templates. */
export const markup = [
  "<script class=evil>window.hacked=1</script>",
  "<img class=evil src=x onerror=window.hacked=1>",
  "<svg class=evil onload=window.hacked=1><a xlink:href=javascript:window.hacked=1>x</a></svg>",
  "<iframe class=evil srcdoc='<script>parent.hacked=1</script>'></iframe>",
  `"><b class=evil onmouseover=window.hacked=1>bold</b>`,
  "'-window.hacked-'",
].join(" ");

export const address = "javascript:window.hacked=1//";
export const template = "{{constructor.constructor('window.hacked=1')()}}\u0024{window.hacked=1}";
export const markdown =
  "[click](javascript:window.hacked=1) ![x](https://evil.example/pixel.png) ```<img class=evil>```";

const esc = "\u001b";
/** What a terminal would obey: colours, the cursor, the screen, the title, a link, the clipboard. */
export const terminal = [
  `${esc}[31;1mred${esc}[0m`,
  `${esc}[2J${esc}[1;1Hcleared`,
  `${esc}]0;owned\u0007`,
  `${esc}]8;;javascript:window.hacked=1${esc}\\a link${esc}]8;;${esc}\\`,
  `${esc}]8;;https://evil.example/${esc}\\another${esc}]8;;${esc}\\`,
  `${esc}]52;c;cm0gLXJmIC8=${esc}\\clipboard`,
  `back\b\b\b\bspace \u009b31mC1 \u0000 null`,
].join(" ");

/** Shows `gpj.exe` as `exe.jpg` where marks of direction are obeyed. */
export const reordered = "safe\u202egpj.exe\u202c \u2066isolate\u2069 zero\u200bwidth";

export const everything = `${markup} ${address} ${template} ${markdown} ${terminal} ${reordered}`;

/** A self-signed certificate whose common name is an image with a handler, its organisation a `javascript:` address. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIICFTCCAbugAwIBAgIUOJ+7Zs+LpHYdw/+WmPcJI0kBqIIwCgYIKoZIzj0EAwIw
YDE4MDYGA1UEAwwvPGltZyBjbGFzcz1ldmlsIHNyYz14IG9uZXJyb3I9d2luZG93
LmhhY2tlZCgxKT4xJDAiBgNVBAoMG2phdmFzY3JpcHQ6d2luZG93LmhhY2tlZCgx
KTAeFw0yNjExMjYyMDEwNDdaFw0yNjEyMTYyMDEwNDdaMGAxODA2BgNVBAMMLzxp
bWcgY2xhc3M9ZXZpbCBzcmM9eCBvbmVycm9yPXdpbmRvdy5oYWNrZWQoMSk+MSQw
IgYDVQQKDBtqYXZhc2NyaXB0OndpbmRvdy5oYWNrZWQoMSkwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAT6/UaHZQQB8DPAoJBDaI8ndTwSMR3yDv2KfRIkK0vOT1cM
NrS5fX4gNd5xqSec/4a1Fb8PEDUgC+cgLqdmXQIfo1MwUTAdBgNVHQ4EFgQUiNDo
XSVRGpzUygJTTf6SDBpu/o0wHwYDVR0jBBgwFoAUiNDoXSVRGpzUygJTTf6SDBpu
/o0wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEA9BVmuEY32IjX
9ItRFDAs1pTL9jKIorU1mZM0tJqPDawCIFYRdUTelx08IR77TboJ+8GgIJlhrueL
CGJ5yBPQ52eD
-----END CERTIFICATE-----
`;
