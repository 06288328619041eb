/** Names of the counts of grants that stand on tabs while rows below change them. */
export const grantCount = {
  ofApi: (apiId: string) => `grants of API ${apiId}`,
  ofClient: (clientId: string) => `grants of client ${clientId}`,
}
