/** The Grantboard under measurement. */
export type BenchContext = {
  pid: number
  dataFolder: string
  url: string
  tenantUrl: string
  sessionSecret: string
  chromium: string
  credentials: {
    TENANT_ADMIN_EMAIL: string
    TENANT_MANAGEMENT_CLIENT_ID: string
    TENANT_MANAGEMENT_CLIENT_SECRET: string
  }
}
