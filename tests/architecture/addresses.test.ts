import { describe, expect, it } from 'vitest'
import { listFiles, read, urlOf } from './walk'

const pages = new Map(
  listFiles('app', (file) => /\/(page\.tsx|route\.ts)$/.test(`/${file}`))
    .map((file) => [urlOf(file), file] as const)
    // What answers every address that has no page is no address itself.
    .filter(([address]) => address !== '/[...missing]'),
)
const lines = [...read('docs/old-addresses.md').matchAll(/^\| `([^`]+)` +\| (?:same|`([^`]+)`) +\|$/gm)]
const addresses = lines.map(([, address = '', moved]) => ({ address, moved }))

/** Whether who follows an address of before is led on: by the settings of Next, or by what is left at the address. */
const isLedOn = (address: string): boolean => {
  const left = pages.get(address)
  const pattern = address.replaceAll(/\[(\w+)\]/g, ':$1')
  return left === undefined
    ? read('next.config.js').includes(`source: '${pattern}'`)
    : /\b(?:permanentRedirect|redirect)\(/.test(read(left))
}

describe('an address that was given out', () => {
  it('stands on the list once', () => {
    expect(addresses.length).toBeGreaterThan(100)
    expect(addresses.map(({ address }) => address)).toEqual([
      ...new Set(addresses.map(({ address }) => address)),
    ])
  })

  it('has its page today', () => {
    expect(addresses.map(({ address, moved }) => moved ?? address).filter((now) => !pages.has(now))).toEqual(
      [],
    )
  })

  it('leads on where the page has moved', () => {
    expect(addresses.filter(({ address, moved }) => moved !== undefined && !isLedOn(address))).toEqual([])
  })

  it('is on the list from the day its page is there', () => {
    const known = new Set(addresses.map(({ address }) => address))
    expect([...pages.keys()].filter((address) => !known.has(address))).toEqual([])
  })
})
