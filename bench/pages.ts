import { measureFootprint } from './footprint.ts'
import { startCrowded } from './pages/crowded.ts'
import { measureLighthouse } from './pages/lighthouse.ts'
import { measureLoads } from './pages/loads.ts'
import { benchPages } from './pages/paths.ts'
import { costRow, type Measured, timeRow } from './pages/tables.ts'

const scopes = ['read', 'create', 'update', 'delete', 'approve'].map((verb) => `${verb}:orders`)
const few = { clients: 100, apis: 8, grantsEach: 4, scopes }
const many = { clients: 10_000, apis: 200, grantsEach: 4, scopes }

/**
 * What a hundred times the clients cost a page: a tenant with 100 clients and 400 grants beside one with 10,000
 * clients, 200 APIs and 40,000 grants, in one run and load by load. Lighthouse judges the large one.
 */
export async function measurePages() {
  const small = await startCrowded(few)
  const large = await startCrowded(many)
  try {
    const measured: Measured[] = []
    for (const page of benchPages) {
      measured.push({
        page,
        small: await measureLoads(small, page),
        large: await measureLoads(large, page),
      })
    }
    console.log('Milliseconds, median/95th percentile of 20 loads: 100 clients → 10,000 clients')
    console.table(measured.map(timeRow))
    console.table(measured.map(costRow))
    console.table(await measureLighthouse(large, benchPages))
    console.table(await measureFootprint(large))
  } finally {
    await small.stop()
    await large.stop()
  }
}
