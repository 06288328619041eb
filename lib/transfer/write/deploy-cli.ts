import { stringify } from 'yaml'
import type { AccessDocument } from '../document'
import { accessEntry, apiEntry, clientEntry } from './entries'

/** The document as auth0-deploy-cli's lists. A grant names its client by name, as the CLI does, where one has it alone. */
export function deployCliLists({ clients, apis, grants }: AccessDocument) {
  const count = Map.groupBy(clients, ({ name }) => name)
  const nameOf = ({ id, name }: { id?: string; name: string }) =>
    count.get(name)?.length === 1 ? name : (id ?? name)
  return {
    clients: clients.map(clientEntry),
    resourceServers: apis.map(apiEntry),
    clientGrants: grants.map((grant) => ({
      client_id: nameOf(grant.client),
      audience: grant.audience,
      ...accessEntry(grant),
      subject_type: 'client',
    })),
  }
}

/** The document as the `tenant.yaml` of auth0-deploy-cli, which reads YAML 1.1 as well as 1.2. */
export const writeDeployCli = (document: AccessDocument): string =>
  stringify(deployCliLists(document), { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })
