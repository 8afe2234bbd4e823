import { createElement } from 'react'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { ok } from '@/lib/shared/result'
import { draw } from '@/tests/support/draw'
import { CheckboxChips, CheckboxGroup, ChipGroup, RadioGroup, Select } from './choices'
import { DateField } from './date-field'
import { Form } from './form'
import { TextArea, TextField } from './text-field'

const schema = z.object({
  line: z.string(),
  text: z.string(),
  risk: z.string(),
  mood: z.string(),
  way: z.string(),
  some: z.array(z.string()),
  more: z.array(z.string()),
  on: z.string(),
})
const options = ['low', 'medium', 'high'].map((value) => ({ value, label: value }))

const page = (opensAtOnce: boolean): Promise<string> =>
  draw(
    createElement(() =>
      Form({
        schema: async () => schema,
        defaultValues: {
          line: 'Typed\nbefore',
          text: 'Two\r\nlines',
          risk: 'high',
          mood: 'medium',
          way: 'high',
          some: ['low', 'high'],
          more: ['medium'],
          on: '2026-03-09',
        },
        action: async () => ok(null),
        onSaved: () => undefined,
        opensAtOnce,
        children: [
          createElement(TextField, { key: 1, name: 'line', label: 'Line' }),
          createElement(TextArea, { key: 2, name: 'text', label: 'Text' }),
          createElement(Select, { key: 3, name: 'risk', label: 'Risk', options }),
          createElement(ChipGroup, { key: 4, name: 'mood', label: 'Mood', options }),
          createElement(RadioGroup, { key: 5, name: 'way', label: 'Way', options }),
          createElement(CheckboxChips, { key: 6, name: 'some', label: 'Some', options }),
          createElement(CheckboxGroup, { key: 7, name: 'more', label: 'More', options }),
          createElement(DateField, { key: 8, name: 'on', label: 'On' }),
        ],
      }),
    ),
  )

const inputs = (html: string): string[] => html.match(/<input[^>]*>/g) ?? []
const ticked = (html: string, name: string): string[] =>
  inputs(html)
    .filter((one) => one.includes(`name="${name}"`) && one.includes('checked=""'))
    .map((one) => /value="([^"]*)"/.exec(one)?.[1] ?? '')

it('a form says what it holds before its scripts have come', async () => {
  const html = await page(false)
  expect(inputs(html).find((one) => one.includes('name="line"'))).toContain('value="Typed before"')
  expect(html).toMatch(/<textarea[^>]*name="text"[^>]*>Two\nlines</)
  expect(html.match(/<option[^>]*selected=""[^>]*>[^<]*/g)?.map((one) => one.replace(/.*>/, ''))).toEqual([
    'high',
  ])
  expect(ticked(html, 'mood')).toEqual(['medium'])
  expect(ticked(html, 'way')).toEqual(['high'])
  expect(ticked(html, 'some')).toEqual(['low', 'high'])
  expect(ticked(html, 'more')).toEqual(['medium'])
  expect(inputs(html).flatMap((one) => /value="(9|3|March|2026)"/.exec(one)?.[1] ?? [])).toHaveLength(3)
})

it('takes nothing before they have come, but what a password manager fills, and never puts it into an address', async () => {
  expect(await page(false)).toMatch(/<form[^>]* method="post"[^>]*><fieldset disabled=""/)
  expect(await page(true)).not.toContain('<fieldset disabled=""')
})
