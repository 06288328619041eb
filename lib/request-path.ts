/** Where proxy.ts leaves the path that was asked for, so that a signed-out visitor comes back to it. */
export const pathHeader = 'x-grantboard-path'
