/** The Management API's scopes with which a client could give itself what nobody granted it. */
const reasons: Record<string, string> = {
  'create:client_grants': 'Can grant itself any scope',
  'update:client_grants': 'Can grant itself any scope',
  'update:client_keys': "Can rotate any client's secret",
  'read:client_keys': "Can read any client's secret",
  'create:client_credentials': 'Can add credentials to any client',
  'update:client_credentials': 'Can change the credentials of any client',
  'update:clients': 'Can change how any client authenticates',
  'create:clients': 'Can create further clients',
  'update:resource_servers': 'Can change the scopes and keys of any API',
  'update:tenant_settings': "Can change the tenant's settings",
}

/** What else a client could get with this scope of the system API; undefined for the harmless ones. */
export const selfEscalation = (scope: string): string | undefined => reasons[scope]
