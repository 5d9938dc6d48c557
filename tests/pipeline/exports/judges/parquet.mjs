// Prints the rows of a Parquet file, a line of JSON each. usage: parquet.mjs NODE_MODULES FILE
import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'

const require = createRequire(`${process.argv[2]}/`)
const {asyncBufferFromFile, parquetReadObjects} = await import(pathToFileURL(require.resolve('hyparquet')))
const rows = await parquetReadObjects({file: await asyncBufferFromFile(process.argv[3])})
for (const row of rows) console.log(JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? Number(value) : value ?? null)))
