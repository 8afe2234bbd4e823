'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { Select } from '@/components/forms/choices'
import { FileField } from '@/components/forms/file-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { type Named, namedOptions, toOptions } from '@/components/forms/options'
import type { FormAction, Reply } from '@/components/forms/reply'
import type { LookedAt } from '@/lib/imports/import.schema'
import { ENCODINGS } from '@/lib/imports/table.rules'

type Brought = { readonly importId: string }
type Sheets = LookedAt['sheets']

/** A large workbook takes its time to be read. */
const PATIENCE = 180_000
const ACCEPTED = '.csv,.txt,.tsv,.xlsx,text/csv'

const post = async <T,>(path: string, sent: object, files: FileList | null): Promise<Reply<T>> => {
  const body = new FormData()
  body.set('sent', JSON.stringify(sent))
  for (const file of files ?? []) body.append('files', file)
  const answer = await fetch(path, { method: 'POST', body })
  const reply: Reply<T> = await answer.json()
  return reply
}

/** Where a choice is open, what there is to choose from is fetched; the file stays in its field meanwhile. */
const bring =
  (files: () => FileList | null, choose: (sheets: Sheets) => void): FormAction<Brought> =>
  async (sent) => {
    const reply = await post<Brought>('/api/imports', sent, files())
    if (reply.ok || reply.fields?.files !== 'tableChoose') return reply
    const { teamId, encoding } = Object(sent.input)
    const look = { requestId: crypto.randomUUID(), input: { teamId, encoding } }
    const looked = await post<LookedAt>('/api/imports/look', look, files())
    if (!looked.ok) return looked
    choose(looked.value.sheets)
    return reply
  }

/** A file with a table, for an office; what it holds is read on the next page. */
export const BringTable = ({ teams }: { teams: readonly Named[] }) => {
  const t = useTranslations('imports')
  const field = useRef<HTMLInputElement>(null)
  const [sheets, setSheets] = useState<Sheets | null>(null)
  return (
    <Form
      schema={() => import('@/lib/imports/import.schema').then((room) => room.bringTableSchema)}
      defaultValues={{
        teamId: teams.length === 1 ? (teams[0]?.id ?? '') : '',
        encoding: '',
        sheet: '',
        headLine: 0,
        mayAsk: true,
      }}
      action={bring(() => field.current?.files ?? null, setSheets)}
      patience={PATIENCE}
      onSaved={({ importId }) => location.assign(`/imports/${importId}`)}
    >
      {(form) => (
        <>
          {teams.length === 1 ? null : (
            <Select
              name="teamId"
              label={t('bring.team')}
              empty={t('plan.choose')}
              options={namedOptions(teams)}
            />
          )}
          <FileField
            name="files"
            label={t('bring.file')}
            hint={t('bring.fileHint')}
            accept={ACCEPTED}
            isSingle
            element={field}
            onChoose={() => {
              form.clearErrors()
              setSheets(null)
              form.setValue('mayAsk', true)
              form.setValue('sheet', '')
              form.setValue('headLine', 0)
            }}
          />
          {/* Seldom wanted: only once letters have come out wrong. */}
          <details>
            <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline">
              {t('bring.wrongLetters')}
            </summary>
            <Select
              name="encoding"
              label={t('bring.encoding')}
              hint={t('bring.encodingHint')}
              empty={t('bring.guess')}
              options={toOptions(ENCODINGS.codes, (one) => t(`encoding.${one}`))}
            />
          </details>
          {sheets === null ? null : <SheetChoice sheets={sheets} />}
          <FormFooter>{t(sheets === null ? 'bring.do' : 'bring.goOn')}</FormFooter>
        </>
      )}
    </Form>
  )
}

/** Which sheet, and which of its first rows holds the names of the columns: what seems right is chosen already. */
const SheetChoice = ({ sheets }: { sheets: Sheets }) => {
  const t = useTranslations('imports')
  const { setValue, clearErrors } = useFormContext()
  const [at, setAt] = useState(0)
  const sheet = sheets[at]
  const [line, setLine] = useState(sheet?.headLine ?? 0)
  const take = (index: number, headLine: number): void => {
    setAt(index)
    setLine(headLine)
    setValue('sheet', sheets[index]?.name ?? '')
    setValue('headLine', headLine)
    setValue('mayAsk', false)
    clearErrors()
  }
  const isSet = useRef(false)
  useEffect(() => {
    // What seems right is what is sent when no one changes it.
    if (!isSet.current) take(0, sheets[0]?.headLine ?? 0)
    isSet.current = true
  })
  if (sheet === undefined) return null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 border-t border-hair pt-4">
      {sheets.length === 1 ? null : (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-semibold">{t('choose.sheet')}</legend>
          {sheets.map(({ name, rows, headLine }, index) => (
            <label key={name} className="flex min-h-11 items-center gap-3">
              <input
                autoComplete="off"
                type="radio"
                name="chosen-sheet"
                className="size-5 accent-accent"
                checked={index === at}
                onChange={() => take(index, headLine)}
              />
              <span dir="auto">
                {name} <span className="text-muted">{t('rows', { count: rows })}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <legend className="mb-1 font-semibold">{t('choose.head')}</legend>
        <p className="text-sm text-muted">{t('choose.headHint')}</p>
        <div className="overflow-x-auto">
          <table className="w-max min-w-full border-collapse text-dense">
            <tbody>
              {sheet.lines.map((row) => (
                <tr
                  key={row.line}
                  className={
                    row.line === line
                      ? 'bg-accent-soft font-semibold'
                      : row.line < line
                        ? 'text-muted'
                        : undefined
                  }
                >
                  <td className="border-b border-hair">
                    <label className="flex min-h-11 items-center gap-2 px-2">
                      <input
                        autoComplete="off"
                        type="radio"
                        name="chosen-row"
                        className="size-5 accent-accent"
                        checked={row.line === line}
                        onChange={() => take(at, row.line)}
                      />
                      <span className="num">{t('choose.row', { line: row.line })}</span>
                    </label>
                  </td>
                  {row.cells.map((cell, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells are never moved or added
                    <td key={index} dir="auto" className="max-w-48 truncate border-b border-hair px-2">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </fieldset>
    </div>
  )
}
