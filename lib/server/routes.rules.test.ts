import { expect, it } from 'vitest'
import { methodOf, openRoutes, statusClassOf } from './routes.rules'

const routeOf = openRoutes([
  '/',
  '/cases',
  '/cases/review',
  '/cases/[code]',
  '/cases/[code]/plan',
  '/countries/[country]/[...rest]',
  '/[...missing]',
])

it.each([
  ['/', '/'],
  ['/cases?q=Amina', '/cases'],
  ['/cases/review', '/cases/review'],
  ['/cases/K-1234', '/cases/[code]'],
  ['/cases/K-1234/plan?a=b', '/cases/[code]/plan'],
  ['/countries/be/laws/x', '/countries/[country]/[...rest]'],
  ['/_next/static/chunks/a.js', '/_next/static'],
  ['/Amina/Diallo/1', '/[...missing]'],
])('%s is counted as %s', (url, route) => expect(routeOf(url)).toBe(route))

it('of a build that is not known, and of what anybody may make up, nothing is a label', () => {
  expect(openRoutes([])('/cases/K-1234')).toBe('other')
  expect([methodOf('GET'), methodOf('AMINA'), methodOf(undefined)]).toEqual(['GET', 'other', 'other'])
  expect([statusClassOf(204), statusClassOf(503), statusClassOf(0)]).toEqual(['2xx', '5xx', 'other'])
})
