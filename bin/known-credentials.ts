import { randomBytes } from 'node:crypto'

/** An admin and a Management API client that the tenant makes at its first start, so that tests can know them. */
export const knownCredentials = () => ({
  TENANT_ADMIN_EMAIL: 'ada@grantboard.example',
  TENANT_ADMIN_PASSWORD: randomBytes(12).toString('hex'),
  TENANT_MANAGEMENT_CLIENT_ID: randomBytes(16).toString('hex'),
  TENANT_MANAGEMENT_CLIENT_SECRET: randomBytes(48).toString('base64url'),
})
