// Runs SQL given as arguments in DuckDB, in one database, and prints the rows of the last as one line of JSON.
import { DuckDBInstance } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
let rows = [];
for (const sql of process.argv.slice(2)) {
  rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
}
console.log(JSON.stringify(rows));
