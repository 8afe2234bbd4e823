'use client'
import './globals.css'

// The root layout itself failed, so neither the language nor the words are known: all four, briefly.
const SENTENCES = [
  { lang: 'en', text: 'Something broke on our side. Load the page again.' },
  { lang: 'fr', text: 'Une erreur s’est produite chez nous. Rechargez la page.' },
  { lang: 'nl', text: 'Er ging bij ons iets stuk. Laad de pagina opnieuw.' },
  { lang: 'de', text: 'Bei uns ist etwas kaputtgegangen. Laden Sie die Seite neu.' },
]

const GlobalError = ({ error }: { error: Error & { digest?: string } }) => (
  <html lang="en">
    <body>
      <main className="mx-auto grid max-w-prose gap-3 px-4 py-12">
        <title>Error · Accompany</title>
        <h1>Accompany</h1>
        {SENTENCES.map(({ lang, text }) => (
          <p key={lang} lang={lang}>
            {text}
          </p>
        ))}
        <p className="num text-muted">{error.digest}</p>
      </main>
    </body>
  </html>
)

export default GlobalError
