/** What Auth0's log calls the operations of the Management API. */
const names = new Map([
  ['GET /clients', 'Get clients'],
  ['POST /clients', 'Create a client'],
  ['GET /clients/:id', 'Get client by ID'],
  ['PATCH /clients/:id', 'Update a client'],
  ['DELETE /clients/:id', 'Delete a client'],
  ['POST /clients/:id/rotate-secret', 'Rotate a client secret'],
  ['POST /clients/:client_id/credentials', 'Create a client credential'],
  ['PATCH /clients/:client_id/credentials/:id', 'Update a client credential'],
  ['DELETE /clients/:client_id/credentials/:id', 'Delete a client credential'],
  ['GET /resource-servers', 'Get resource servers'],
  ['POST /resource-servers', 'Create a resource server'],
  ['GET /resource-servers/:id', 'Get a resource server'],
  ['PATCH /resource-servers/:id', 'Update a resource server'],
  ['DELETE /resource-servers/:id', 'Delete a resource server'],
  ['POST /client-grants', 'Create a client grant'],
  ['PATCH /client-grants/:id', 'Update a client grant'],
  ['DELETE /client-grants/:id', 'Delete a client grant'],
  ['PATCH /tenants/settings', 'Update tenant settings'],
  ['POST /keys/signing/rotate', 'Rotate the Application Signing Key'],
  ['PUT /keys/signing/:kid/revoke', 'Revoke an Application Signing Key by its key id'],
  ['POST /users', 'Create a User'],
  ['PATCH /users/:id', 'Update a User'],
  ['DELETE /users/:id', 'Delete a User'],
  ['POST /users/:id/roles', 'Assign roles to a user'],
  ['DELETE /users/:id/roles', 'Removes roles from a user'],
  ['POST /roles', 'Create a role'],
  ['PATCH /roles/:id', 'Update a role'],
  ['DELETE /roles/:id', 'Delete a role'],
  ['POST /roles/:id/users', 'Assign users to a role'],
  ['POST /roles/:id/permissions', 'Associate permissions with a role'],
  ['DELETE /roles/:id/permissions', 'Remove permissions from a role'],
])

/** An operation that has no name is called by its method and path. */
export function operationName({ method, path }: { method: string; path: string }): string {
  const operation = `${method} ${path}`
  return names.get(operation) ?? operation
}
