/** Only what is a number and nothing else is dialled. */
const telOf = (phone: string): string | null =>
  /^\+?[\d ()./-]+$/.test(phone) ? `tel:${phone.replace(/[^+\d]/g, '')}` : null

export const Phone = ({ phone }: { phone: string }) => {
  const href = telOf(phone)
  return href === null ? (
    <bdi>{phone}</bdi>
  ) : (
    <a href={href} className="num inline-flex min-h-11 items-center sm:min-h-8">
      <bdi>{phone}</bdi>
    </a>
  )
}

export const Mail = ({ email }: { email: string }) => (
  <a href={`mailto:${email}`} className="inline-flex min-h-11 items-center wrap-anywhere sm:min-h-8">
    <bdi>{email}</bdi>
  </a>
)
