/** How the server ended, in words. Only one that failed has said why. */
export function howItEnded(code, signal) {
  if (signal) return `by ${signal}.`;
  return code === 0 ? "by itself (exit code 0)." : `by itself (exit code ${code}); the reason is above.`;
}
