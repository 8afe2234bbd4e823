'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import type { FormAction } from '@/components/forms/reply'
import { drawShare, forgetShare } from '@/components/forms/share-secret'
import { TextArea } from '@/components/forms/text-field'
import { GROUNDS } from '@/lib/referrals/ground.rules'
import { makeShare } from '@/lib/referrals/share.actions'
import { SHARE_DAYS, SHARE_OPENINGS, USUAL_DAYS, USUAL_OPENINGS } from '@/lib/referrals/share.rules'
import { ShareReady } from './share-ready'

type Made = { readonly href: string; readonly code: string }

const bringSchema = () => import('@/lib/referrals/share.schema').then((room) => room.shareFormSchema)

/** Secret and code are drawn here: no draft, no answer and no row of the application holds them. */
const make: FormAction<Made> = async ({ requestId, input, as }) => {
  const { secret, code } = drawShare(requestId)
  const chosen = (await bringSchema()).parse(input)
  const answer = await makeShare({
    requestId,
    input: { ...chosen, secret, code },
    ...(as === undefined ? {} : { as }),
  })
  if (!answer.ok) return answer
  forgetShare(requestId)
  return { ok: true, value: { href: new URL(`/shared/${secret}`, location.origin).href, code } }
}

type Props = {
  readonly caseId: string
  readonly subjectId: string
  readonly version: number
  readonly to: string
}

/** A link to exactly the sheet of a referral, for who receives it: until when, how often, on what it leaves. */
export const ShareForm = ({ caseId, subjectId, version, to }: Props) => {
  const t = useTranslations('referrals')
  const [made, setMade] = useState<Made | null>(null)
  if (made !== null) return <ShareReady {...made} to={to} onDone={() => setMade(null)} />
  return (
    <Form
      schema={bringSchema}
      defaultValues={{
        caseId,
        subjectId,
        version,
        days: USUAL_DAYS,
        openings: USUAL_OPENINGS,
        ground: 'consent' as const,
        words: '',
      }}
      action={make}
      draftKey={`referral:share:${subjectId}`}
      confirmation={null}
      onSaved={(share, goOn) => {
        setMade(share)
        goOn()
      }}
    >
      <p className="text-sm">{t('share.what')}</p>
      <Select
        name="days"
        label={t('share.days')}
        options={SHARE_DAYS.map((value) => ({
          value,
          label: t('share.daysOption', { days: Number(value) }),
        }))}
      />
      <Select name="openings" label={t('share.openings')} options={toOptions(SHARE_OPENINGS, (one) => one)} />
      <Select
        name="ground"
        label={t('groundLabel')}
        hint={t('groundHint')}
        options={toOptions(GROUNDS.codes, (one) => t(`ground.${one}`))}
      />
      <TextArea name="words" label={t('share.words')} hint={t('stepWordsHint')} rows={2} dir="auto" />
      <FormFooter>{t('share.make')}</FormFooter>
    </Form>
  )
}
