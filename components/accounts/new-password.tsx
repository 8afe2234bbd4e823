import { useTranslations } from 'next-intl'
import { TextField } from '@/components/forms/text-field'

/** A new password, twice. */
export const NewPassword = ({ minimum }: { minimum: number }) => {
  const t = useTranslations('accounts')
  const field = { type: 'password', autoComplete: 'new-password' } as const
  return (
    <>
      <TextField
        {...field}
        name="password"
        label={t('me.next')}
        hint={t('accept.passwordHint', { minimum })}
      />
      <TextField {...field} name="again" label={t('me.again')} />
    </>
  )
}
