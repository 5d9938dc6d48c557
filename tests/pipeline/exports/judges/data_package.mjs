// Reads a data package with the library of the Frictionless project: the descriptor against its profile, every value
// against its field's type, keys and what refers to other tables. Prints `NAME ROWS` a table, and fails with each fault.
// usage: data_package.mjs NODE_MODULES DATAPACKAGE_JSON
import {createRequire} from 'node:module'

const require = createRequire(`${process.argv[2]}/`)
const {Package} = require('datapackage')
const faults = []
const dataPackage = await Package.load(process.argv[3], {strict: true})
if (!dataPackage.valid) faults.push(...dataPackage.errors.map(error => `descriptor: ${error.message}`))
for (const resource of dataPackage.resources) {
  try {
    if (!resource.tabular) throw new Error('is not tabular')
    // Casting fails on the first value that its field does not allow, or a key that repeats; relations are told by `false`.
    const rows = await resource.read({keyed: true})
    if (!(await resource.checkRelations())) throw new Error('refers to rows that are not there')
    console.log(`${resource.name} ${rows.length}`)
  } catch (error) {
    const more = (error.errors ?? []).slice(0, 5).map(it => `; ${it.message}`).join('')
    faults.push(`${resource.name}: ${error.message}${more}`)
  }
}
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
