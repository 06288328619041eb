/** Whether a URL's host name says that it is this machine: RFC 6761 section 6.3, RFC 1122 section 3.2.1.3. */
export const isLoopbackName = (hostname: string) =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  /^127(?:\.\d{1,3}){3}$/.test(hostname) ||
  hostname === '[::1]'
