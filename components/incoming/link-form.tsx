'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { LinkToCopy } from '@/components/forms/link-to-copy'
import { namedOptions, toOptions } from '@/components/forms/options'
import type { FormAction } from '@/components/forms/reply'
import { drawShare, forgetShare } from '@/components/forms/share-secret'
import { Button } from '@/components/ui/button'
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import { LINK_A_DAY, LINK_DAYS, USUAL_LINK_A_DAY, USUAL_LINK_DAYS } from '@/lib/incoming/incoming.rules'
import { makeIncomingLink } from '@/lib/incoming/link.actions'

const bringSchema = () => import('@/lib/incoming/incoming.schema').then((room) => room.incomingLinkFormSchema)

/** The secret is drawn here: no draft, no answer and no row of the application holds it. */
const make: FormAction<string> = async ({ requestId, input, as }) => {
  const { secret } = drawShare(requestId)
  const chosen = (await bringSchema()).parse(input)
  const answer = await makeIncomingLink({
    requestId,
    input: { ...chosen, secret },
    ...(as === undefined ? {} : { as }),
  })
  if (!answer.ok) return answer
  forgetShare(requestId)
  return { ok: true, value: new URL(`/incoming/${secret}`, location.origin).href }
}

/** A new link, and then the link itself, once. */
export const LinkForm = ({
  partnerId,
  offices,
}: {
  readonly partnerId: string
  readonly offices: readonly { readonly id: string; readonly name: string }[]
}) => {
  const t = useTranslations('incoming.link')
  const locale = LOCALES.read(useLocale())
  const [href, setHref] = useState<string | null>(null)
  if (href !== null)
    return (
      <div className="grid gap-3">
        <p>{t('ready')}</p>
        <LinkToCopy label={t('address')} href={href} words={{ copy: t('copy'), copied: t('copied') }}>
          <Button kind="quiet" onClick={() => setHref(null)}>
            {t('done')}
          </Button>
        </LinkToCopy>
      </div>
    )
  return (
    <Form
      schema={bringSchema}
      defaultValues={{
        partnerId,
        teamId: offices[0]?.id ?? '',
        locale,
        days: USUAL_LINK_DAYS,
        aDay: USUAL_LINK_A_DAY,
      }}
      action={make}
      confirmation={null}
      onSaved={(made, goOn) => {
        setHref(made)
        goOn()
      }}
    >
      {offices.length < 2 ? null : (
        <Select name="teamId" label={t('office')} options={namedOptions(offices)} />
      )}
      <Select
        name="locale"
        label={t('language')}
        hint={t('languageHint')}
        options={toOptions(LOCALES.codes, (one) => LOCALE_NAMES[one])}
      />
      <Select
        name="days"
        label={t('days')}
        options={LINK_DAYS.map((value) => ({ value, label: t('daysOption', { days: Number(value) }) }))}
      />
      <Select
        name="aDay"
        label={t('aDay')}
        hint={t('aDayHint')}
        options={toOptions(LINK_A_DAY, (one) => one)}
      />
      <FormFooter>{t('make')}</FormFooter>
    </Form>
  )
}
