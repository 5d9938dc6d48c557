// Reads a data package with the library of the Frictionless project: the descriptor against its profile, every value
// against its field's type, keys and what refers to other tables. Prints a line of JSON a table, with what its columns
// hold as the library read them, and fails with each fault.
// usage: data_package.mjs NODE_MODULES DATAPACKAGE_JSON
import {createRequire} from 'node:module'

const require = createRequire(`${process.argv[2]}/`)
const {Package} = require('datapackage')
const faults = []

// How many values a column has, and of numbers their sum; of texts, how many characters.
function sumsOf(resource, rows) {
  const sums = {}
  for (const {name, type} of resource.schema.fields) {
    const values = rows.map(row => row[name]).filter(value => value !== null)
    const measure = type === 'string' ? value => [...value].length : type === 'boolean' ? value => (value ? 1 : 0) : type === 'date' ? () => 1 : Number
    sums[name] = [values.length, values.reduce((sum, value) => sum + measure(value), 0)]
  }
  return sums
}

const dataPackage = await Package.load(process.argv[3], {strict: true})
if (!dataPackage.valid) faults.push(...dataPackage.errors.map(error => `descriptor: ${error.message}`))
for (const resource of dataPackage.resources) {
  try {
    if (!resource.tabular) throw new Error('is not tabular')
    // Casting fails on the first value that its field does not allow, or a key that repeats; relations are told by `false`.
    const rows = await resource.read({keyed: true})
    if (!(await resource.checkRelations())) throw new Error('refers to rows that are not there')
    console.log(JSON.stringify({name: resource.name, rows: rows.length, sums: sumsOf(resource, rows)}))
  } catch (error) {
    const more = (error.errors ?? []).slice(0, 5).map(it => `; ${it.message}`).join('')
    faults.push(`${resource.name}: ${error.message}${more}`)
  }
}
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
