'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { saveNoticeSettings } from '@/lib/notices/notice.actions'
import type { NoticeSettings } from '@/lib/notices/notice.data'
import { DIGESTS, WAYS } from '@/lib/notices/notice.rules'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** One choice for each kind, and the hours of the mails. */
export const SettingsForm = ({ settings }: { settings: NoticeSettings }) => {
  const t = useTranslations('notices')
  const ways = toOptions(WAYS.codes, (one) => t(`set.ways.${one}`))
  const hours = HOURS.map((hour) => ({ value: String(hour), label: t('set.hour', { hour }) }))
  return (
    <Form
      schema={() => import('@/lib/notices/notice.schema').then((room) => room.noticeSettingsSchema)}
      defaultValues={settings}
      action={saveNoticeSettings}
    >
      <fieldset className="grid gap-2 sm:grid-cols-2 sm:gap-4 max-sm:[&>div]:grid-cols-[minmax(0,1fr)_minmax(0,45%)] max-sm:[&>div]:items-center">
        <legend className="pb-2 text-lg font-semibold">{t('set.kinds')}</legend>
        {settings.kinds.map(({ kind }, index) => (
          <Select key={kind} name={`kinds.${index}.way`} label={t(`kind.${kind}`)} options={ways} />
        ))}
      </fieldset>
      <Select
        name="digest"
        label={t('set.digest')}
        options={toOptions(DIGESTS.codes, (one) => t(`set.digests.${one}`))}
      />
      <div>
        <div className="grid grid-cols-2 gap-4 sm:max-w-md">
          <Select name="quietFrom" label={t('set.quietFrom')} options={hours} />
          <Select name="quietUntil" label={t('set.quietUntil')} options={hours} />
        </div>
        <p className="mt-1.5 max-w-prose text-sm text-muted">{t('set.quietHint')}</p>
      </div>
      <FormFooter>{t('set.save')}</FormFooter>
    </Form>
  )
}
