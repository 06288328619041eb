/** Where proxy.ts leaves the nonce of this response, for a script that is written into the page. */
export const nonceHeader = 'x-grantboard-nonce'

/**
 * What a page may load: its own build and nothing else; scripts only with this response's nonce.
 * Development needs `eval` for React's error overlay and a socket for reload.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'", // style attributes carry the widths of meters
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
