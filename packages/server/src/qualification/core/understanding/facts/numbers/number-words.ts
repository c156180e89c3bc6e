/** The words of one language from which its numbers up to 999,999 are spelled. All folded: lower case, no accents. */
export interface NumberWords {
  /** 0 to 19 (index = value); several spellings separated by a bar, usual misspellings included. */
  readonly low: readonly string[];
  /** 20, 30 … 90. */
  readonly tens: readonly string[];
  readonly hundred: string;
  readonly thousand: string;
  /** Words that stand for an amount by themselves ("dozen", "une vingtaine"). */
  readonly quantities: Readonly<Record<string, number>>;
}

export const NUMBER_WORDS: Readonly<Record<string, NumberWords>> = {
  en: {
    low: 'zero,one,two,three,four,five,six|sixx,seven,eight|eigth,nine,ten,eleven,twelve|twelf,thirteen|thriteen,fourteen|forteen,fifteen|fiveteen|fivteen,sixteen,seventeen,eighteen|eightteen,nineteen|ninteen'.split(','),
    tens: 'twenty|tweny|twinty,thirty|thrity,forty|fourty,fifty|fivety,sixty,seventy,eighty|eigthy,ninety|ninty'.split(','),
    hundred: 'hundred',
    thousand: 'thousand',
    quantities: { dozen: 12, score: 20 },
  },
  de: {
    low: 'null,ein|eins|eine|einen,zwei|zwo,drei,vier,funf|fuenf,sechs,sieben,acht,neun,zehn,elf,zwolf|zwoelf,dreizehn,vierzehn,funfzehn|fuenfzehn,sechzehn,siebzehn,achtzehn,neunzehn'.split(','),
    tens: 'zwanzig,dreisig|dreissig,vierzig,funfzig|fuenfzig,sechzig,siebzig,achtzig,neunzig'.split(','),
    hundred: 'hundert',
    thousand: 'tausend',
    quantities: { dutzend: 12 },
  },
  nl: {
    low: 'nul,een,twee,drie,vier,vijf,zes,zeven,acht,negen,tien,elf,twaalf,dertien,veertien,vijftien,zestien,zeventien,achttien,negentien'.split(','),
    tens: 'twintig,dertig,veertig,vijftig,zestig,zeventig,tachtig,negentig'.split(','),
    hundred: 'honderd',
    thousand: 'duizend',
    quantities: { dozijn: 12, tiental: 10, vijftiental: 15, twintigtal: 20, dertigtal: 30, veertigtal: 40, vijftigtal: 50, honderdtal: 100 },
  },
  fr: {
    low: 'zero,un|une,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize,dix sept,dix huit,dix neuf'.split(','),
    tens: 'vingt,trente,quarante,cinquante,soixante,septante,quatre vingt|quatre vingts|huitante|octante,nonante'.split(','),
    hundred: 'cent|cents',
    thousand: 'mille',
    quantities: { dizaine: 10, douzaine: 12, quinzaine: 15, vingtaine: 20, trentaine: 30, quarantaine: 40, cinquantaine: 50, soixantaine: 60, centaine: 100 },
  },
  es: {
    low: 'cero,un|uno|una,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,trece,catorce,quince,dieciseis,diecisiete,dieciocho,diecinueve'.split(','),
    tens: 'veinte,treinta,cuarenta,cincuenta,sesenta,setenta,ochenta,noventa'.split(','),
    hundred: 'cien|ciento|cientos',
    thousand: 'mil',
    quantities: { decena: 10, docena: 12, quincena: 15, veintena: 20, treintena: 30, cuarentena: 40, cincuentena: 50, centenar: 100, doscientos: 200, trescientos: 300, quinientos: 500 },
  },
  it: {
    low: 'zero,un|uno|una,due,tre,quattro,cinque,sei,sette,otto,nove,dieci,undici,dodici,tredici,quattordici,quindici,sedici,diciassette,diciotto,diciannove'.split(','),
    tens: 'venti,trenta,quaranta,cinquanta,sessanta,settanta,ottanta,novanta'.split(','),
    hundred: 'cento',
    thousand: 'mille|mila',
    quantities: { decina: 10, dozzina: 12, quindicina: 15, ventina: 20, trentina: 30, quarantina: 40, cinquantina: 50, sessantina: 60, centinaio: 100 },
  },
  pt: {
    low: 'zero,um|uma,dois|duas,tres,quatro,cinco,seis,sete,oito,nove,dez,onze,doze,treze,quatorze|catorze,quinze,dezesseis|dezasseis,dezessete|dezassete,dezoito,dezenove|dezanove'.split(','),
    tens: 'vinte,trinta,quarenta,cinquenta,sessenta,setenta,oitenta,noventa'.split(','),
    hundred: 'cem|cento|centos',
    thousand: 'mil',
    quantities: { dezena: 10, duzia: 12, quinzena: 15, vintena: 20, trintena: 30, centena: 100, duzentos: 200, trezentos: 300, quinhentos: 500 },
  },
};
