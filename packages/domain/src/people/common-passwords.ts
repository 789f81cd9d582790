// What a guesser tries first among long passwords. At fifteen characters these are rarely single words
// but words, runs and years put together, so the list holds the pieces; whole phrases stand apart.

/** Pieces, folded: lower case, without spaces and signs. */
export const commonPieces: ReadonlySet<string> = new Set(
  `abc access account admin administrator again alpha always amazing america angel animal anna
  april arsenal august autumn azerty baby banana baseball basketball batman beautiful because best
  biblioteca big black blue boss boston brother bubbles buddy business butterfly california
  cambiar canada cancer change changeme charlie cheese chelsea chicago china chocolate chris
  christ clinic clinical coffee company computer contrasena cookie coordinator covid cowboys crazy
  daniel daughter december default demo desktop diamond doctor dragon eagles elephant email
  england enter everything example facebook family february flower football for forever forget
  formula france freedom friday friend friends gabriel game garfield geheim george germany
  ginger god good goodbye google green guest hallo hannah happy hardcore harley heart heaven hello
  home hospital house hunter ihateyou iloveyou im india install internet investigator is january
  jennifer jessica jesus jordan july june justin keyboard killer king kitty known lady lakers
  laptop letmein life liverpool login london lord love lovely loveme lover lucky maggie magic
  manager manchester march marina mario master matrix matthew may me medical medicine melissa
  michael michelle microsoft miller mine minecraft monday money monkey motdepasse mother music
  mustang my mypassword myself naruto never new newpassword nicole not nothing november now nurse
  oct october office old one open orange pa paris participant party pass passcode passphrase passw
  passwd password passwords passwort patient peace people pepper phone play please pokemon prince
  princess private purple qwerty qwertz rainbow ranger real red remember research robert rock root
  sales samantha samsung saturday school screening secret secrets secure security senha september
  service shadow share simple sister site smith snoopy soccer software something sommer spider
  spring star starwars strong study studydesk success summer sun sunday sunshine super superman
  support sweet system teacher team temp temporary test tester testing thank thanks the thing this
  thomas thursday tigger time to today together tomorrow trial trust trustno trustnoone tuesday
  two unicorn united unknown user username very visit visitor wachtwoord wednesday welcome
  whatever white why will willkommen winner winter wizard wonderful word work world xxx year
  yellow yes you your yourself`.split(/\s+/),
);

/** Phrases that everybody knows, folded the same way; a password that is little more than one is common. */
export const commonPhrases: readonly string[] = [
  "correcthorsebatterystaple",
  "thequickbrownfoxjumpsoverthelazydog",
  "thequickbrownfox",
  "jumpsoverthelazydog",
  "maytheforcebewithyou",
  "tobeornottobethatisthequestion",
  "tobeornottobe",
  "onceuponatime",
  "inthebeginningwastheword",
  "thereisnoplacelikehome",
  "allyourbasearebelongtous",
  "winteriscoming",
  "iamyourfather",
  "elementarymydearwatson",
  "livelongandprosper",
  "carpediem",
  "hakunamatata",
  "abrakadabra",
  "abracadabra",
  "opensesame",
  "supercalifragilisticexpialidocious",
  "loremipsumdolorsitamet",
  "loremipsum",
  "twinkletwinklelittlestar",
  "happybirthdaytoyou",
  "nevergonnagiveyouup",
  "wewillrockyou",
  "manchesterunited",
  "realmadrid",
  "metallica",
  "theanswerisfortytwo",
  "firstdonoharm",
  "primumnonnocere",
  "anappleadaykeepsthedoctoraway",
];

/** The alphabet, the digits and the walks over a keyboard; read backwards as well. */
export const commonRuns: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "qazwsxedcrfvtgbyhnujmikolp",
];
