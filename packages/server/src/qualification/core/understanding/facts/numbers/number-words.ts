import { list } from '../../text/phrases.js';

/** The words of one language from which its numbers up to 999,999 are spelled. All folded: lower case, no accents. */
export interface NumberWords {
  /** 0 to 19 (index = value); several spellings separated by a bar, usual misspellings included. */
  readonly low: readonly string[];
  /** 20, 30 … 90. */
  readonly tens: readonly string[];
  readonly hundred: string;
  readonly thousand: string;
  /** 200, 300 … 900 where they are words of their own. */
  readonly hundreds?: readonly string[];
  /** Words that stand for an amount by themselves ("dozen", "une vingtaine"). */
  readonly quantities: Readonly<Record<string, number>>;
}

export const NUMBER_WORDS: Readonly<Record<string, NumberWords>> = {
  en: {
    low: list(`
      zero, one, two, three, four, five, six|sixx, seven, eight|eigth, nine, ten, eleven, twelve|twelf,
      thirteen|thriteen, fourteen|forteen, fifteen|fiveteen|fivteen, sixteen, seventeen,
      eighteen|eightteen, nineteen|ninteen
    `),
    tens: list(`
      twenty|tweny|twinty, thirty|thrity, forty|fourty, fifty|fivety, sixty, seventy, eighty|eigthy,
      ninety|ninty
    `),
    hundred: 'hundred',
    thousand: 'thousand',
    quantities: { dozen: 12 },
  },
  de: {
    low: list(`
      null, ein|eins|eine|einen, zwei|zwo, drei, vier, funf|fuenf, sechs, sieben, acht, neun, zehn, elf,
      zwolf|zwoelf, dreizehn, vierzehn, funfzehn|fuenfzehn, sechzehn, siebzehn, achtzehn, neunzehn
    `),
    tens: list(`zwanzig, dreisig|dreissig, vierzig, funfzig|fuenfzig, sechzig, siebzig, achtzig, neunzig`),
    hundred: 'hundert',
    thousand: 'tausend',
    quantities: { dutzend: 12 },
  },
  nl: {
    low: list(`
      nul, een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf, dertien, veertien,
      vijftien, zestien, zeventien, achttien, negentien
    `),
    tens: list(`twintig, dertig, veertig, vijftig, zestig, zeventig, tachtig, negentig`),
    hundred: 'honderd',
    thousand: 'duizend',
    quantities: {
      dozijn: 12,
      tiental: 10,
      vijftiental: 15,
      twintigtal: 20,
      dertigtal: 30,
      veertigtal: 40,
      vijftigtal: 50,
      honderdtal: 100,
    },
  },
  fr: {
    low: list(`
      zero, un|une, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, quatorze,
      quinze, seize, dix sept, dix huit, dix neuf
    `),
    tens: list(`
      vingt, trente, quarante, cinquante, soixante, septante, quatre vingt|quatre vingts|huitante|octante,
      nonante
    `),
    hundred: 'cent|cents',
    thousand: 'mille',
    quantities: {
      dizaine: 10,
      douzaine: 12,
      quinzaine: 15,
      vingtaine: 20,
      trentaine: 30,
      quarantaine: 40,
      cinquantaine: 50,
      soixantaine: 60,
      centaine: 100,
    },
  },
  es: {
    low: list(`
      cero, un|uno|una, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece,
      catorce, quince, dieciseis, diecisiete, dieciocho, diecinueve
    `),
    tens: list(`veinte, treinta, cuarenta, cincuenta, sesenta, setenta, ochenta, noventa`),
    hundred: 'cien|ciento',
    hundreds: list(
      `doscientos, trescientos, cuatrocientos, quinientos, seiscientos, setecientos, ochocientos, novecientos`,
    ),
    thousand: 'mil',
    quantities: {
      decena: 10,
      docena: 12,
      quincena: 15,
      veintena: 20,
      treintena: 30,
      cuarentena: 40,
      cincuentena: 50,
      centenar: 100,
    },
  },
  it: {
    low: list(`
      zero, un|uno|una, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici, tredici,
      quattordici, quindici, sedici, diciassette, diciotto, diciannove
    `),
    tens: list(`venti, trenta, quaranta, cinquanta, sessanta, settanta, ottanta, novanta`),
    hundred: 'cento',
    thousand: 'mille|mila',
    quantities: {
      decina: 10,
      dozzina: 12,
      quindicina: 15,
      ventina: 20,
      trentina: 30,
      quarantina: 40,
      cinquantina: 50,
      sessantina: 60,
      centinaio: 100,
    },
  },
  pt: {
    low: list(`
      zero, um|uma, dois|duas, tres, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, treze,
      quatorze|catorze, quinze, dezesseis|dezasseis, dezessete|dezassete, dezoito, dezenove|dezanove
    `),
    tens: list(`vinte, trinta, quarenta, cinquenta, sessenta, setenta, oitenta, noventa`),
    hundred: 'cem|cento',
    hundreds: list(
      `duzentos, trezentos, quatrocentos, quinhentos, seiscentos, setecentos, oitocentos, novecentos`,
    ),
    thousand: 'mil',
    quantities: {
      dezena: 10,
      duzia: 12,
      quinzena: 15,
      vintena: 20,
      trintena: 30,
      centena: 100,
    },
  },
};
