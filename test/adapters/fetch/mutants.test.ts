import { expect, it } from 'vitest'
import { FETCH_MUTANTS, occurrencesOf } from '../../support/fetch-mutants.ts'

// The bench `mutants` takes these checks away one by one; here it is only held that they are still there to be taken.
it('every check that the bench of mutants takes away stands in the source once', () => {
  const lost = FETCH_MUTANTS.filter((mutant) => occurrencesOf(mutant) !== 1)
  expect(lost.map(({ file, search }) => [file, search])).toEqual([])
  expect(FETCH_MUTANTS.length).toBeGreaterThan(150)
})
