import { describe, expect, it } from 'vitest'
import { toOwnAddress, toOwnPath } from './own-path.rules'

describe('the way back after sign-in', () => {
  it.each([['/cases'], ['/cases/K7-3QF'], ['/cases?status=open&page=2'], ['/detention/new'], ['/']])(
    'leads to a page of ours: %s',
    (back) => {
      expect(toOwnPath(back)).toBe(back)
    },
  )

  it.each([
    [undefined],
    [''],
    ['cases'],
    ['https://elsewhere.example/'],
    ['//elsewhere.example/'],
    ['/\\elsewhere.example'],
    ['\\/elsewhere.example'],
    ['/\t/elsewhere.example'],
    ['/\n/elsewhere.example'],
    ['/cases\\..\\..'],
    ['/.//elsewhere.example'],
    ['/..//elsewhere.example'],
    ['javascript:alert(1)'],
    ['/sign-in?back=/sign-in'],
    ['/api/draft-key'],
    ['/cases#part'.repeat(60)],
    ['/caf\u00e9'],
  ])('never leads anywhere else: %s', (back) => {
    expect(toOwnPath(back)).toBe('/')
  })

  it('drops the fragment', () => {
    expect(toOwnPath('/cases#part')).toBe('/cases')
  })
})

describe('the way on after a proof', () => {
  it.each([
    ['/api/reports?as=csv&question=a%3Db'],
    ['/sign-in/enrol?back=/accounts/me'],
    ['/statistics/export?release=x'],
  ])('leads to what is ours: %s', (then) => {
    expect(toOwnAddress(then)).toBe(then)
  })

  it.each([
    [undefined],
    ['https://elsewhere.example/'],
    ['//elsewhere.example/'],
    ['/\\elsewhere.example'],
    ['/..//elsewhere.example'],
    ['javascript:alert(1)'],
  ])('never leads anywhere else: %s', (then) => {
    expect(toOwnAddress(then)).toBe('/')
  })
})
