import { describe, expect, it } from 'vitest'
import {
  FIRST_COLUMNS,
  FIRST_SORT,
  readQuery,
  readSearch,
  writeCursor,
  writeQuery,
  writeSearch,
} from './caseload.schema'

const worker = '018f3a1e-7c00-7000-8000-000000000001'

describe('the caseload in the address', () => {
  it('comes back as it was written', () => {
    const address = {
      filters: {
        worker: { values: [worker], isNot: true },
        status: { values: ['active', 'on_hold'], isNot: false },
        nationality: { values: ['GN', 'none'], isNot: false },
      },
      sort: { by: 'contact', isDown: true },
      columns: ['person', 'signals'],
      isRoomy: true,
      view: worker,
      after: { rank: 3, key: '2026-11-24', id: worker, passed: 50 },
    } as const
    const url = new URL(writeSearch(address, writeCursor(address.after)), 'http://localhost')
    expect(readQuery(url.search)).toEqual(address)
  })

  it('is one text for one view, whatever the order of its words', () => {
    const one = readQuery('status=on_hold&status=active&sort=danger&kind=general&not=kind&not=worker')
    const other = readQuery('not=kind&kind=general&status=active&status=on_hold&status=active&page=2')
    expect(writeQuery(one)).toBe('status=active&status=on_hold&kind=general&not=kind')
    expect(writeQuery(other)).toBe(writeQuery(one))
  })

  it('reads the columns of views that were saved when all stood there but those put away', () => {
    expect(readQuery('hide=place&hide=signals&dense=1')).toMatchObject({
      columns: ['person', 'silence', 'step'],
      isRoomy: false,
    })
    expect(writeQuery(readQuery('hide=signals&dense=1'))).toBe('')
  })

  it('leaves out what it cannot read, names included', () => {
    const raw = {
      worker: ["' OR 1=1", worker],
      status: ['active', 'Amara Konaté'],
      nationality: 'Guinea',
      signal: 'loud',
      sort: '-danger',
      hide: 'code',
      column: 'code',
      after: 'bm90IGpzb24',
      name: 'x',
      view: 'mine',
    }
    expect(readSearch(raw)).toEqual({
      filters: {
        worker: { values: [worker], isNot: false },
        status: { values: ['active'], isNot: false },
      },
      sort: FIRST_SORT,
      columns: FIRST_COLUMNS,
      isRoomy: false,
      view: null,
      after: null,
    })
  })

  it('without filters is a plain address', () => {
    expect(writeSearch({ filters: {} })).toBe('/cases')
  })
})
