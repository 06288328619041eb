import { createCredential, updateCredential } from './client-credential-schema.ts'
import * as credentials from './client-credentials.ts'
import { clientGrantList, createClientGrant, updateClientGrant } from './client-grant-schema.ts'
import * as grants from './client-grants.ts'
import { clientList, clientQuery } from './client-query.ts'
import { createClient, updateClient } from './client-schema.ts'
import * as clients from './clients.ts'
import * as logs from './logs.ts'
import { logList } from './logs-schema.ts'
import { pagingQuery } from './paging.ts'
import { resourceServerList, resourceServerQuery } from './resource-server-query.ts'
import { createResourceServer, updateResourceServer } from './resource-server-schema.ts'
import * as apis from './resource-servers.ts'
import * as permissions from './role-permissions.ts'
import * as roles from './roles.ts'
import { createRole, roleList, rolePermissions, roleUsers, updateRole } from './roles-schema.ts'
import { type RequiredScopes, type Route, route } from './route.ts'
import * as keys from './signing-keys.ts'
import * as stats from './stats.ts'
import * as settings from './tenant-settings.ts'
import { updateTenantSettings } from './tenant-settings-schema.ts'
import { createUser, updateUser, userList, userQuery, userRoles, usersByEmail } from './user-schema.ts'
import * as users from './users.ts'

const readClients: RequiredScopes = [
  'read:clients',
  'read:client_keys',
  'read:client_credentials',
  'read:client_summary',
]
const changeClients: RequiredScopes = ['update:clients', 'update:client_keys', 'update:client_credentials']
const readLogs: RequiredScopes = ['read:logs', 'read:logs_users']
const changeUsers: RequiredScopes = ['update:users', 'update:users_app_metadata']
const readMembers: RequiredScopes = { allOf: ['read:users', 'read:roles'] }
const rotateKeys: RequiredScopes = { allOf: ['create:signing_keys', 'update:signing_keys'] }

/** The Management API: every endpoint, what a token needs for it, what it takes, and who answers. */
// biome-ignore format: a table is read by its columns
export const routes: Route[] = [
  route('GET',    '/clients',                             200, readClients,                         { query: clientList },           clients.listClients),
  route('POST',   '/clients',                             201, ['create:clients'],                  { body: createClient },          clients.createClient),
  route('GET',    '/clients/:id',                         200, readClients,                         { query: clientQuery },          clients.getClient),
  route('PATCH',  '/clients/:id',                         200, changeClients,                       { body: updateClient },          clients.updateClient),
  route('DELETE', '/clients/:id',                         204, ['delete:clients'],                  {},                              clients.deleteClient),
  route('POST',   '/clients/:id/rotate-secret',           200, ['update:client_keys'],              {},                              clients.rotateSecret),

  route('GET',    '/clients/:client_id/credentials',      200, ['read:client_credentials'],         {},                              credentials.listCredentials),
  route('POST',   '/clients/:client_id/credentials',      201, ['create:client_credentials'],       { body: createCredential },      credentials.createCredential),
  route('GET',    '/clients/:client_id/credentials/:id',  200, ['read:client_credentials'],         {},                              credentials.getCredential),
  route('PATCH',  '/clients/:client_id/credentials/:id',  200, ['update:client_credentials'],       { body: updateCredential },      credentials.updateCredentialExpiry),
  route('DELETE', '/clients/:client_id/credentials/:id',  204, ['delete:client_credentials'],       {},                              credentials.deleteCredential),

  route('GET',    '/resource-servers',                    200, ['read:resource_servers'],           { query: resourceServerList },   apis.listResourceServers),
  route('POST',   '/resource-servers',                    201, ['create:resource_servers'],         { body: createResourceServer },  apis.createResourceServer),
  route('GET',    '/resource-servers/:id',                200, ['read:resource_servers'],           { query: resourceServerQuery },  apis.getResourceServer),
  route('PATCH',  '/resource-servers/:id',                200, ['update:resource_servers'],         { body: updateResourceServer },  apis.updateResourceServer),
  route('DELETE', '/resource-servers/:id',                204, ['delete:resource_servers'],         {},                              apis.deleteResourceServer),

  route('GET',    '/client-grants',                       200, ['read:client_grants'],              { query: clientGrantList },      grants.listClientGrants),
  route('POST',   '/client-grants',                       201, ['create:client_grants'],            { body: createClientGrant },     grants.createClientGrant),
  route('GET',    '/client-grants/:id',                   200, ['read:client_grants'],              {},                              grants.getClientGrant),
  route('PATCH',  '/client-grants/:id',                   200, ['update:client_grants'],            { body: updateClientGrant },     grants.updateClientGrant),
  route('DELETE', '/client-grants/:id',                   204, ['delete:client_grants'],            {},                              grants.deleteClientGrant),
  route('GET',    '/client-grants/:id/organizations',     200, ['read:organization_client_grants'], { query: pagingQuery },          grants.listGrantOrganizations),

  route('GET',    '/tenants/settings',                    200, ['read:tenant_settings'],            { query: clientQuery },          settings.getTenantSettings),
  route('PATCH',  '/tenants/settings',                    200, ['update:tenant_settings'],          { body: updateTenantSettings },  settings.updateTenantSettings),

  route('GET',    '/keys/signing',                        200, ['read:signing_keys'],               {},                              keys.listSigningKeys),
  route('POST',   '/keys/signing/rotate',                 201, rotateKeys,                          {},                              keys.rotateSigningKeys, keys.newNextKey),
  route('GET',    '/keys/signing/:kid',                   200, ['read:signing_keys'],               {},                              keys.getSigningKey),
  route('PUT',    '/keys/signing/:kid/revoke',            200, ['update:signing_keys'],             {},                              keys.revokeSigningKey),

  route('GET',    '/logs',                                200, readLogs,                            { query: logList },              logs.listLogs),
  route('GET',    '/logs/:id',                            200, readLogs,                            {},                              logs.getLog),

  route('GET',    '/users',                               200, ['read:users'],                      { query: userList },             users.listUsers),
  route('POST',   '/users',                               201, ['create:users'],                    { body: createUser },            users.createUser, users.newUserHash),
  route('GET',    '/users-by-email',                      200, ['read:users'],                      { query: usersByEmail },         users.listUsersByEmail),
  route('GET',    '/users/:id',                           200, ['read:users'],                      { query: userQuery },            users.getUser),
  route('PATCH',  '/users/:id',                           200, changeUsers,                         { body: updateUser },            users.updateUser, users.changedHash),
  route('DELETE', '/users/:id',                           204, ['delete:users'],                    {},                              users.deleteUser),
  route('GET',    '/users/:id/roles',                     200, readMembers,                         { query: pagingQuery },          roles.listUserRoles),
  route('POST',   '/users/:id/roles',                     204, ['update:users'],                    { body: userRoles },             roles.assignRolesToUser),
  route('DELETE', '/users/:id/roles',                     204, ['update:users'],                    { body: userRoles },             roles.removeRolesFromUser),

  route('GET',    '/roles',                               200, ['read:roles'],                      { query: roleList },             roles.listRoles),
  route('POST',   '/roles',                               200, ['create:roles'],                    { body: createRole },            roles.createRole),
  route('GET',    '/roles/:id',                           200, ['read:roles'],                      {},                              roles.getRole),
  route('PATCH',  '/roles/:id',                           200, ['update:roles'],                    { body: updateRole },            roles.updateRole),
  route('DELETE', '/roles/:id',                           200, ['delete:roles'],                    {},                              roles.deleteRole),
  route('GET',    '/roles/:id/users',                     200, readMembers,                         { query: pagingQuery },          roles.listRoleUsers),
  route('POST',   '/roles/:id/users',                     200, ['update:roles'],                    { body: roleUsers },             roles.assignRoleToUsers),
  route('GET',    '/roles/:id/permissions',               200, ['read:roles'],                      { query: pagingQuery },          permissions.listRolePermissions),
  route('POST',   '/roles/:id/permissions',               201, ['update:roles'],                    { body: rolePermissions },       permissions.addRolePermissions),
  route('DELETE', '/roles/:id/permissions',               200, ['update:roles'],                    { body: rolePermissions },       permissions.removeRolePermissions),

  route('GET',    '/stats/daily',                         200, ['read:stats'],                      { query: stats.statsQuery },     stats.listDailyStats),
]
