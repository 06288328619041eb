/** Goes with every write, so that the tenant's own log can be matched with our record. */
export type WriteOptions = { headers: { 'X-Correlation-ID': string } }
