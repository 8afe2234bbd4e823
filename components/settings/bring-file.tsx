'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { FileField } from '@/components/forms/file-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { Notice } from '@/components/ui/notice'
import { useLater } from '@/components/ui/use-later'
import { bringConfig, compareFile } from '@/lib/exchange/exchange.actions'
import { FILE_LENGTH } from '@/lib/exchange/file.rules'
import type { Compared } from '@/lib/exchange/file.schema'

type Read = Compared & { readonly text: string }

/** Chooses a file, shows what it would change, and brings it in when that is wanted. */
export const BringFile = ({
  begun,
  kinds,
}: {
  begun: Read | null
  kinds: Readonly<Record<string, string>>
}) => {
  const t = useTranslations('exchange')
  const field = useRef<HTMLInputElement>(null)
  const [read, setRead] = useState<Read | null>(begun)
  const chosen = useRef('')
  const later = useLater(() => import('./file-comparison'), read !== null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // What was asked for is below: the reading goes on there.
    if (read !== null) heading.current?.focus()
  }, [read])
  return (
    <>
      <Form
        schema={() => import('@/lib/exchange/file.schema').then((room) => room.compareSchema)}
        defaultValues={{ text: '' }}
        action={compareFile}
        confirmation={null}
        onSaved={(compared) => setRead({ ...compared, text: chosen.current })}
      >
        {(form) => (
          <>
            <FileField
              name="text"
              label={t('import.file')}
              hint={t('import.hint')}
              accept="application/json,.json"
              element={field}
              isSingle
              onChoose={(files) => {
                setRead(null)
                const [file] = files ?? []
                if (file === undefined) return form.setValue('text', '')
                // Of one that is too large, as much as tells that it is.
                void file
                  .slice(0, 4 * FILE_LENGTH)
                  .text()
                  .then((text) => {
                    chosen.current = text.slice(0, FILE_LENGTH + 1)
                    form.setValue('text', chosen.current)
                  })
              }}
            />
            <FormFooter kind="quiet">{t('import.compare')}</FormFooter>
          </>
        )}
      </Form>
      {read === null ? null : (
        <div className="mt-6 grid gap-4">
          <h3 ref={heading} tabIndex={-1}>
            {t('compared.title')}
          </h3>
          {read.faults.length > 0 ? (
            <Notice kind="error" title={t('fault.title')}>
              <ul className="list-disc ps-5">
                {read.faults.map(({ at, code }, index) => (
                  <li key={`${at} ${code} ${String(index)}`} className="wrap-anywhere">
                    {at === '' ? t(`fault.${code}`) : t('fault.at', { at, what: t(`fault.${code}`) })}
                  </li>
                ))}
              </ul>
            </Notice>
          ) : (
            <>
              {later === null ? null : <later.FileComparison lines={read.lines} kinds={kinds} />}
              {later === null ? null : read.lines.some(({ kind }) => kind === 'new' || kind === 'changed') ? (
                <Form
                  key={read.seen}
                  schema={() => import('@/lib/exchange/file.schema').then((room) => room.bringSchema)}
                  defaultValues={{ text: read.text, seen: read.seen, reason: '' }}
                  action={bringConfig}
                  confirmation={() => ({ words: t('import.done') })}
                  onSaved={(_value, goOn) => {
                    setRead(null)
                    goOn('/settings/configuration')
                  }}
                >
                  <TextField
                    name="reason"
                    label={t('import.reason')}
                    hint={t('import.reasonHint')}
                    dir="auto"
                  />
                  <FormFooter>{t('import.bring')}</FormFooter>
                </Form>
              ) : (
                <Notice isAnnounced={false}>{t('compared.nothing')}</Notice>
              )}
            </>
          )}
        </div>
      )}
    </>
  )
}
