import { expect, it } from 'vitest'
import { allOf, meanings, meant, says, textOf, unreadIn } from './search'
import { vocabulary } from './vocabulary'

const TOPICS = vocabulary('tests.topics', ['asylum', 'return'])

it('reads the parts of an address and names those that mean nothing', () => {
  const search = { topic: 'gossip', kind: ['asylum', 'gossip', ''], new: 'yes', dense: '1', q: '' }
  expect(meant(search, 'topic', TOPICS.match)).toBeNull()
  expect(meanings(search, 'kind', TOPICS.match)).toEqual(['asylum'])
  expect([says(search, 'dense', '1'), unreadIn(search)]).toEqual([true, ['topic', 'kind']])
  expect([says(search, 'new', '1'), unreadIn(search)]).toEqual([false, ['topic', 'kind', 'new']])
})

it('takes what is not there, or was left open, for nothing that was asked', () => {
  const search = { kind: '', year: undefined }
  expect([meant(search, 'kind', TOPICS.match), says(search, 'new', '1')]).toEqual([null, false])
  expect([textOf(search, 'kind'), allOf(search, 'year'), allOf(search, 'q')]).toEqual([undefined, [], []])
  expect(unreadIn(search)).toEqual([])
})

it('reads the first value of a part that may have one', () => {
  const search = { topic: ['return', 'gossip'] }
  expect([meant(search, 'topic', TOPICS.match), unreadIn(search)]).toEqual(['return', []])
})
