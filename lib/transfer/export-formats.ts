/** What the tenant's clients, APIs and client grants can be taken along as, in the order they are offered. */
export const exportFormats = {
  csv: { label: 'Export grants as CSV', fileName: 'grants.csv', type: 'text/csv; charset=utf-8' },
  json: { label: 'Export as JSON', fileName: 'access.json', type: 'application/json' },
  yaml: { label: 'Export for auth0-deploy-cli', fileName: 'tenant.yaml', type: 'application/yaml' },
  folder: { label: 'The same as a folder (ZIP)', fileName: 'tenant.zip', type: 'application/zip' },
  terraform: { label: 'Export as Terraform', fileName: 'access.tf', type: 'text/plain; charset=utf-8' },
} as const

export type ExportFormat = keyof typeof exportFormats

export const isExportFormat = (name: string): name is ExportFormat => Object.hasOwn(exportFormats, name)
