import { describe, expect, it } from 'vitest'
import { DOORS, NO_DOOR, OPEN } from '../access/truth'
import { type Door, listDoors, listFiles, read } from './walk'

const askedBy = ({ plate }: Door) => (plate === null ? null : 'permission' in plate ? plate.permission : OPEN)

describe('every door', () => {
  it('is made by a door maker and stands in the access matrix with what it asks for', async () => {
    const doors = await listDoors()
    expect(doors.length).toBeGreaterThan(30)
    const found = Object.fromEntries(
      doors.filter(({ name }) => !(name in NO_DOOR)).map((door) => [door.name, askedBy(door)]),
    )
    expect(found).toEqual(DOORS)
  })

  it('that is open says why in a sentence', async () => {
    for (const { name, plate } of await listDoors())
      if (plate !== null && 'reason' in plate)
        expect({ name, length: plate.reason.length > 10 }).toEqual({ name, length: true })
  })

  it('that is an action bears the name it is exported under, which is its own', async () => {
    const names = (await listDoors()).flatMap(({ name, plate }) =>
      plate?.kind === 'action' ? [{ exported: name.split(' ').at(-1), borne: plate.name }] : [],
    )
    for (const { exported, borne } of names) expect(borne).toBe(exported)
    expect(new Set(names.map(({ borne }) => borne)).size).toBe(names.length)
  })

  it('is hung by the foundation alone', () => {
    const hangers = ['lib', 'app', 'components'].flatMap((folder) =>
      listFiles(
        folder,
        (file) => /\.tsx?$/.test(file) && /from '(@\/lib\/server|\.)\/door'/.test(read(file)),
      ),
    )
    expect(hangers).toEqual([
      'lib/server/define-action.ts',
      'lib/server/define-download.ts',
      'lib/server/define-exchange.ts',
      'lib/server/define-feed.ts',
      'lib/server/define-outside.ts',
      'lib/server/define-upload.ts',
      'lib/server/enter.tsx',
    ])
  })

  it('stands in a page, not in a layout: layouts guard nothing and load no row', () => {
    for (const file of listFiles('app', (one) => /\/layout\.tsx$/.test(one)))
      expect(read(file), file).not.toMatch(/withWork|\.data'/)
  })
})
