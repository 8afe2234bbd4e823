/**
 * Words that guessing starts with, in our languages and about our work, as letters and digits only.
 * Short ones matter too: digits around them and two of them in a row are refused as well.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `accompany accompanyaccompany accompagner accompagnement begeleiden begeleiding begleitung
  admin administrator administrateur beheerder verwalter root superuser user gebruiker utilisateur benutzer
  caseworker coordinator coordinateur coordinatrice coordinator visitor visiteur bezoeker besucher
  password passwordpassword passw0rd p4ssword p4ssw0rd motdepasse monmotdepasse wachtwoord mijnwachtwoord passwort
  meinpasswort geheim geheimnis secret topsecret letmein welcome welcomewelcome bienvenue welkom willkommen bonjour
  hallo hello bonsoir login signin connexion inloggen anmelden changeme changeit newpassword nouveau temporaire
  tijdelijk temporary test testtest testing essai demo default trustno1 whatever nothing something
  azerty azertyazerty azertyuiop qwerty qwertyqwerty qwertyuiop qwertz qwertzuiop asdf asdfgh asdfghjkl qsdfghjklm
  zxcvbn zxcvbnm wxcvbn 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 qazwsx qazwsxedc a1b2c3 a1b2c3d4 abc abcd abcdef
  abc123 abcd1234 iloveyou jetaime ikhouvanjou ikhouvanje ichliebedich loveyou lovelove amour liefde liebe mylove
  monamour soleil sunshine zonneschijn sonnenschein princess princesse prinses prinzessin doudou loulou chouchou
  monkey dragon master football voetbal fussball basketball baseball superman batman spiderman pokemon starwars
  chocolat chocolate chocolade schokolade frites friet bruxelles brussel brussels bruessel antwerpen antwerp anvers
  gent gand liege luik luettich charleroi namur namen leuven louvain brugge bruges mons bergen oostende belgium
  belgie belgique belgien vlaanderen flandre wallonie anderlecht standard clubbrugge racing redevils diablesrouges
  rodeduivels migrant migrants migration migratie refugee refugees vluchteling vluchtelingen refugie refugies
  fluechtling asylum asile asiel asyl detention centreferme geslotencentrum visit visite bezoek besuch
  jrs jrsbelgium caricole caricolo merksplas vottem bruges127bis 127bis fedasil office bureau kantoor buero
  january february march april may june july august september october november december
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
  januari februari maart mei juni juli augustus oktober spring summer autumn winter printemps ete automne hiver
  lente zomer herfst fruehling sommer maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lundi mardi mercredi
  jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday
  correcthorsebatterystaple thequickbrownfox mypassword yourpassword thepassword thisismypassword passwordisstrong
  ilovemyjob ihatepasswords unmotdepasse lemotdepasse sesame opensesame sesameouvretoi
  michael jennifer thomas nicolas sophie julie marie pierre jean sarah david daniel alexandre charlotte camille
  computer ordinateur internet google facebook microsoft windows samsung iphone apple android
  freedom liberte vrijheid freiheit jesus jesuit jesuite maria angel ange engel blessed godisgood allah allahakbar
  bismillah inchallah alhamdulillah habibi`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
