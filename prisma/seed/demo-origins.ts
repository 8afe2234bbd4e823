import type { Draw } from './invented'

/** What the invented people of a country are called and speak: common names, put together by chance, so that no one is meant. */
type Origin = {
  readonly men: readonly string[]
  readonly women: readonly string[]
  readonly families: readonly string[]
  /** The first language, as often as it comes. */
  readonly first: readonly string[]
  /** What some of them speak a little beside it. */
  readonly some: readonly string[]
}

const words = (text: string): readonly string[] => text.split(' ')
const origin = (men: string, women: string, families: string, first: string, some: string): Origin => ({
  men: words(men),
  women: words(women),
  families: words(families),
  first: words(first),
  some: words(some),
})

const MAGHREB_MEN = 'Youssef Hamza Anas Ayoub Bilal Karim Rachid Nabil Samir Tarik Walid Zakaria'
const MAGHREB_WOMEN = 'Fatima Khadija Salma Nadia Houda Samira'
const LEVANT_MEN = 'Ahmad Omar Khaled Yazan Majd Tarek Firas Basel Ibrahim Hadi Rami Ziad'
const LEVANT_WOMEN = 'Rana Hala Nour Dima Lina Maha'

const ORIGINS: Readonly<Record<string, Origin>> = {
  GN: origin(
    'Mamadou Alpha Ibrahima Ousmane Thierno Amadou Abdoulaye Boubacar Sekou Lamine Moussa Elhadj',
    'Aissatou Mariama Fatoumata Kadiatou Hawa Binta',
    'Diallo Bah Barry Sow Camara Conde Keita Toure Sylla Balde Traore Kourouma',
    'ff ff fr sus man',
    'fr',
  ),
  AF: origin(
    'Ahmad Farid Hamid Jawad Mirwais Najib Omid Rahim Samiullah Tariq Zabihullah Wahid',
    'Zahra Shabnam Marwa Parwana Soraya Nargis',
    'Ahmadi Rahimi Karimi Noori Hashimi Stanekzai Safi Mohammadi Hotak Azizi Popal Yousufi',
    'ps ps prs fa',
    'en',
  ),
  MA: origin(
    MAGHREB_MEN,
    MAGHREB_WOMEN,
    'Amrani Bennani Idrissi Tazi Chraibi Alaoui Haddadi Ouazzani Berrada Lahlou Mansouri Zeroual',
    'ar ar fr',
    'fr',
  ),
  DZ: origin(
    MAGHREB_MEN,
    MAGHREB_WOMEN,
    'Benali Boudiaf Cherif Hamdi Kaci Mebarki Saadi Slimani Yahiaoui Ziani Belkacem Rahmani',
    'ar ar fr',
    'fr',
  ),
  TN: origin(
    MAGHREB_MEN,
    MAGHREB_WOMEN,
    'Trabelsi Gharbi Jaziri Mejri Hammami Chebbi Ayari Dridi Sassi Khelifi',
    'ar',
    'fr',
  ),
  SY: origin(
    LEVANT_MEN,
    LEVANT_WOMEN,
    'Haddad Khoury Darwish Sabbagh Kabbani Hariri Masri Shami Nasser Jabri Atassi Hamwi',
    'ar ar kmr',
    'en',
  ),
  IQ: origin(
    'Ali Hassan Hussein Mustafa Sarmad Haider Saif Karrar Azad Rebin Dilshad Zana',
    'Zainab Noor Shilan Ruqaya Hiba Sara',
    'Jaafar Salman Kadhim Aziz Karim Rashid Barzan Hama Fadhil Jabbar Majeed Taha',
    'ar ar ckb',
    'en',
  ),
  PS: origin(
    LEVANT_MEN,
    LEVANT_WOMEN,
    'Shaheen Awad Hamdan Khalil Mansour Saleh Odeh Zaqout Barakat Najjar',
    'ar',
    'en',
  ),
  ER: origin(
    'Yonas Filmon Merhawi Robel Samuel Tesfay Abel Dawit Henok Kidane Natnael Biniam',
    'Selam Feven Rahwa Winta Luwam Senait',
    'Tesfamariam Gebremedhin Haile Kidane Mehari Tekle Weldemichael Berhane Habte Ghebre Asfaha Zerai',
    'ti',
    'en ar',
  ),
  SO: origin(
    'Abdi Mohamed Hassan Yusuf Liban Farah Mahad Ismail Guled Bashir',
    'Hodan Ifrah Sahra Amina Deqa Ayan',
    'Warsame Jama Farah Abdullahi Nur Aden Hersi Mohamud Osman Shire',
    'so',
    'en ar',
  ),
  CD: origin(
    'Patrick Christian Herve Jonathan Merveil Serge Trésor Fiston Blaise Cedric',
    'Grace Naomie Esther Divine Mireille Chantal',
    'Kabongo Mukendi Ilunga Tshibangu Mbuyi Kalala Ngoy Lukusa Makiese Bokungu',
    'ln fr sw',
    'fr',
  ),
  CM: origin(
    'Christian Franck Emmanuel Landry Boris Ghislain Arnaud Yannick',
    'Clarisse Solange Nadege Laure Carine Brenda',
    'Fotso Kamga Mbarga Ngono Tchoumi Nkoulou Essomba Tabe',
    'fr en',
    'en fr',
  ),
  AL: origin(
    'Arben Besnik Dritan Erion Florian Gentian Ilir Klajdi Ledion Taulant',
    'Elira Mirela Anila Blerta Jonida Valbona',
    'Hoxha Shehu Prifti Gjoka Leka Dervishi Kola Marku Basha Cela',
    'sq',
    'en it',
  ),
  BR: origin(
    'Lucas Mateus Rafael Thiago Bruno Diego Felipe Gustavo Leandro Vinicius',
    'Juliana Camila Larissa Patricia Aline Tatiane',
    'Silva Souza Oliveira Pereira Ferreira Rodrigues Almeida Barbosa Ribeiro Moreira',
    'pt',
    'es en',
  ),
  VN: origin(
    'Hung Tuan Dung Minh Quang Thanh Cuong Long',
    'Linh Huong Thao Lan Mai Trang',
    'Nguyen Tran Pham Hoang Phan Dang Bui Ngo',
    'vi',
    'en',
  ),
  IN: origin(
    'Gurpreet Harjit Manpreet Sukhdev Arjun Ravinder Kuldeep Amrit',
    'Simran Kiran Jaspreet Navneet Ramandeep Parminder',
    'Gill Sandhu Dhillon Sidhu Bains Grewal Sharma Kumar',
    'pa pa hi',
    'en',
  ),
  GE: origin(
    'Giorgi Levan Davit Nika Irakli Zurab Temur Vakhtang',
    'Nino Tamar Mariam Ketevan Eka Maka',
    'Beridze Kapanadze Gelashvili Lomidze Maisuradze Giorgadze Kvaratskheli Tsiklauri',
    'ka',
    'ru en',
  ),
  TR: origin(
    'Mehmet Mustafa Emre Baran Serhat Kemal Yusuf Ferhat',
    'Elif Zeynep Rojda Dilan Ayse Hatice',
    'Yilmaz Kaya Demir Aydin Arslan Dogan Kilic Ozturk',
    'tr tr kmr',
    'de en',
  ),
}

/** Whose names and languages people bear who are stateless, or of whom no nationality is recorded. */
const OTHERS: Readonly<Record<string, string>> = { XXA: 'PS', XXX: 'GN' }

const originOf = (country: string | null): Origin => {
  const code = country === null ? 'XXX' : country
  const found = ORIGINS[OTHERS[code] ?? code]
  if (found === undefined) throw new Error(`the demo knows no names for ${code}`)
  return found
}

export type Called = { readonly country: string | null; readonly isWoman: boolean }

/**
 * Draws a name, to be said once the country is known: from this draw on, whatever the country. Two people are called alike only
 * where a country has no names left.
 */
export const drawName = (draw: Draw): ((called: Called, taken: Set<string>) => string) => {
  const [given, family] = [draw.next(), draw.next()]
  return ({ country, isWoman }, taken) => {
    const { men, women, families } = originOf(country)
    const firsts = isWoman ? women : men
    const all = firsts.flatMap((first) =>
      families.filter((last) => last !== first).map((last) => `${first} ${last}`),
    )
    const start = Math.floor(given * firsts.length) * families.length + Math.floor(family * families.length)
    const inTurn = all.map((_, index) => all[(start + index) % all.length] ?? '')
    const name = inTurn.find((one) => !taken.has(one)) ?? inTurn[0] ?? ''
    taken.add(name)
    return name
  }
}

/** Draws what someone speaks: the first language of their country, and for half of them a little of a second one. */
export const drawLanguages = (
  draw: Draw,
): ((country: string | null) => { readonly first: string; readonly some: string | null }) => {
  const drawn = draw.next()
  return (country) => {
    const { first, some } = originOf(country)
    const at = Math.floor(drawn * first.length * 10)
    const spoken = first[at % first.length] ?? ''
    const second = some[at % some.length] ?? ''
    return { first: spoken, some: second === spoken || at % 2 === 1 ? null : second }
  }
}

/** A child of someone: their family name, and a given name of the same country. */
export const nameOfChild = (
  { name, country }: { readonly name: string; readonly country: string | null },
  sex: 'f' | 'm',
): string => {
  const { men, women } = originOf(country)
  return `${(sex === 'f' ? women : men)[0]} ${name.split(' ').at(-1)}`
}
