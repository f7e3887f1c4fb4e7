// Whether a JSON text looks like an agreement. What it is in truth, the server says.

/** No agreement is longer: what is, is not looked through on every opening. */
const LONGEST = 2 << 20;

/** Whether a text names a policy, a partner and cooperations. */
export function looksLikeAgreement(text: string): boolean {
  if (text.length > LONGEST) return false;
  return [/"kader"\s*:\s*"/, /"partner"\s*:\s*\{/, /"samenwerkingen"\s*:\s*\[/].every((key) =>
    key.test(text),
  );
}
