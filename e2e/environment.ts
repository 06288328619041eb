/** What `npm run e2e` told the tests about the Grantboard they walk. */
export const environment = {
  url: required('GRANTBOARD_URL'),
  tenantUrl: required('TENANT_URL'),
  faultProxyControl: required('FAULT_PROXY_CONTROL'),
  dashboardDatabase: required('DASHBOARD_DATABASE'),
  sessionSecret: required('SESSION_SECRET'),
  admin: { email: required('TENANT_ADMIN_EMAIL'), password: required('TENANT_ADMIN_PASSWORD') },
  management: {
    clientId: required('TENANT_MANAGEMENT_CLIENT_ID'),
    clientSecret: required('TENANT_MANAGEMENT_CLIENT_SECRET'),
  },
}

function required(name: string) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing: run the tests with npm run e2e`)
  return value
}
