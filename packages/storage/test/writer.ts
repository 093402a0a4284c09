import { createFileStorage } from '@plugboard/storage/node'

// Commits without an end, and says which revision was acknowledged: for a test that ends it.
const storage = createFileStorage({ directory: process.argv[2] ?? '' })
let { revision } = await storage.read()
for (;;) {
  const next = revision + 1
  const puts = new Map([
    ['one', next],
    ['two', next],
  ])
  revision = await storage.commit({ expectedRevision: revision, puts })
  process.stdout.write(`${revision}\n`)
}
