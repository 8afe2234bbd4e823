/** What happened, and quieter what else is said of it: "Petition decided: Council Chamber · Rejected". */
export const LeadWords = ({ text }: { text: string }) => {
  const end = text.indexOf(' · ')
  return end === -1 ? (
    text
  ) : (
    <>
      {text.slice(0, end)}
      <span className="font-normal">{text.slice(end)}</span>
    </>
  )
}
