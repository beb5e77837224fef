/** Main puts a fresh nonce into the page at each start; styles made at run time carry it. */
export const cspNonce =
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
