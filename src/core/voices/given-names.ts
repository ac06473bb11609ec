import { setOf } from './lexicon.ts'

// Common given names, to tell whom "he" and "she" can mean. A name that is missing only costs that hint.

/** Borne by women and men alike: a name all the same. */
const EITHER =
  'taylor jordan leslie kelly morgan jamie robin casey alex sam sasha dana lee jan jean andrea kim kerry jesse pat terry tracy chris francis ashley courtney jackie shannon lindsay stacey lynn riley quinn avery blake cameron drew hayden logan parker peyton reese rory skyler dakota devon angel jo sydney marion evelyn'

export const MALE_NAMES = setOf(
  `aaron abdul abdullah adam adrian ahmed alan albert alberto alec alejandro alex alexander alexei alfred ali allen andre andreas andrei andrew
   andy angelo angus anthony antonio anton archie arnold arthur barack barry ben benjamin bernard bernie bill billy bob bobby boris brad
   bradley brandon brendan brent brett brian bruce bryan byron calvin carl carlos carter cesar chad charles charlie chester
   chris christian christopher chuck clarence claude clint clinton colin conor corey cory craig curtis dale damian dan daniel danny darren
   dave david dean dennis derek dick diego dmitry dominic don donald doug douglas duncan dustin dwight earl ed eddie edgar edward
   edwin eli elias elijah elliot elon emmanuel enrique eric erik ernest ernesto ethan eugene evan felix fernando fran francis francisco
   francois frank franklin fred frederick gabriel gareth garry gary gavin gene geoff geoffrey george gerald gerard gerry gilbert giovanni giuseppe glenn gordon
   graham grant greg gregory guy hamid hank hans harold harry harvey hassan hector henry herbert herman howard hugh hugo hussein ian
   ibrahim igor isaac ismail ivan jack jacob jacques jaime jake jamal james jamie jan jared jason javier jay jeb jeff jeffrey jens
   jeremy jerome jerry jesse jesus jim jimmy jin joe joel johan johannes john johnny jon jonathan jordan jorge jose josé joseph josh joshua juan
   julian julio justin karl keir keith ken kenneth kevin kirk klaus kurt kyle lance larry lars lawrence lee len leo leon leonard leonid lewis liam
   lloyd logan lou louis luca lucas luigi luis luke manuel marc marcel marco marcus mario mark markus marshall martin marty marvin mateo matt
   matteo matthew matthias maurice max maxim michael michel miguel mikael mike mikhail milo mitch mitchell mitt mohamed mohammad mohammed
   morgan moses muhammad mustafa nasser nathan neal ned neil newt nicholas nick nicolas nigel nikolai nils noah norman oleg oliver omar
   oscar osman otto owen pablo patrick paul paulo pavel pedro pete peter phil philip philippe pierre preston rafael ralph ramon rand randy raul
   ray raymond recep reince rex ricardo richard rick rob robert roberto robin rod roger roland ron ronald ross roy rudolph rudy rupert
   russell ryan sadiq salvador sam samir samuel scott sean sebastian serge sergei sergey sergio seth shane shaun sid silvio simon spencer stan
   stanley stefan stephen steve steven stewart stuart taylor ted terrence terry theo theodore thomas tim timothy todd tom tommy tony travis
   trent trevor tyler vernon victor viktor vincent vladimir volodymyr wade walter warren wayne wes wilbur will william willie winston wolfgang xavier xi
   yuri yusuf zachary zach`,
  EITHER,
)

export const FEMALE_NAMES = setOf(
  `abigail ada adriana agnes aisha alexandra alexandria alice alicia alison allison alyssa amanda amber amelia amina amy ana anastasia andrea
   angela angelina anita ann anna anne annette annie april ariana ashley audrey aung barbara beatrice becky bella bernadette beth betsy betty
   beverly bonnie brenda bridget britney brittany camila camille candace carla carly carmen carol carolina caroline carolyn carrie
   catherine cathy cecilia celeste charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen condoleezza connie constance
   courtney crystal cynthia daisy dana danielle darlene dawn deborah debbie debra deidre denise diana diane dolores donna dora doris dorothy
   edith eileen elaine eleanor elena elise elisabeth elizabeth ella ellen emily emma erica erika erin esther eva eve evelyn faith
   fatima felicia fiona frances gabrielle gail georgia geraldine gina giorgia gladys glenda gloria grace greta gretchen gwen hannah harriet hazel heather
   heidi helen helena hillary holly hope huma ida ilhan ingrid irene iris isabel isabella ivanka jackie jacqueline jane janet janice jasmine jean
   jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne josephine joy joyce juanita judith judy julia juliana julie june kamala
   karen karin kate katherine kathleen kathryn kathy katie katrina kayla keiko kellyanne kelly kim kimberly kirsten kristen kristin kyrsten laura lauren leah
   leila lena leslie leticia liesl lillian linda lindsay lisa liz lois lora loretta lori lorraine louise lucia lucy lydia lynn mabel madeleine
   madison maggie malia mara marcia margaret margot maria marie marilyn marina marine marion marjorie marlene marsha martha mary maureen
   maya megan meghan melania melissa melanie mercedes meredith mia michele michelle mildred mira miriam molly monica nadia nan nancy naomi natalia
   natalie natasha nicole nicola nikki nina nora norma olga olivia paige pam pamela patricia patty paula pauline peggy penny phyllis priya priti priyanka
   rachel rebecca renee rhonda rita roberta rosa rosalind rose roseanne rosie ruth sabrina sally samantha sandra sara sarah sasha selina shannon sharon
   sheila shelley sheryl shirley silvia simone sofia sonia sonya sophia sophie stacey stella stephanie sue susan susana susanna
   suzanne sylvia tamara tammy tania tanya tara teresa theresa tiffany tina tracy tulsi ursula valerie vanessa vera veronica vicky victoria viola violet
   virginia vivian wanda wendy whitney yolanda yvette yvonne zoe`,
  EITHER,
)
