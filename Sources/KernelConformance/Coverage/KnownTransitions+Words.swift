extension KnownTransitions {
  /// 2254 classes, each as a number to the base 36, in their order.
  static let words = """
    0 w 2o dc e8 g0 sg 16o 5mhs mhcw 1vf9c 1vfmo 2hwo0 9zlr4 13yebk 1dxza8 27wruo 3bv5ds 4ftiww
    4pt3vk 5jrwg0 5trheo 6nq9z4 dbgj5s dlg44g efewow epehnk fjda80 70m6bsow 70qm5atc 70zhsb28
    s27to3cw s2a1kv7k s2b5j8qo s2ehedc0 s2flcqv4 s2nd1dkw s2ogzr40 1k4hv8ykg 1k4iz7c3k 1k4mb2gow
    1k4v6pgxs 1k4wanugw 2c6pox1xc 348vaoe80 68hqlcqv4 68hst9ips 68htx7w8w 68hx930u8 70k0mxm2o
    cgzjem9kw cgzkikn40 cgznufrpc cgzwq2ry8 d91r8acxs d91sc8qgw d924jqvb4 iph9zz0g0 oxyydezgg
    oxyydf08w oxz0lbrb4 oxz1pa4u8 oxz5159fk oxzdws9og pq16732tc pq18ezuo0 pq1lqgd1c 1270plpce8
    1dvxwqtyww 1dvxxksr28 1dvxyyqqrk 1dvy02p4ao 1dvy3ek8w0 1dvyaw99fk 1dvyca794w 1eo06seu4g
    1eo07wd7nk 1eo0b88c8w 22twv48ydc 22twxc5q80 22tx1rz8cg 23lz55ttkw 5jjrmzbvnk 5jjrmzbwg0
    5jjrmzbx8g 5jjrmzbzls 5jjrmzc1z4 5jjrmzsqgw 5jjrntansw 5jjrp78ni8 5jjrqb711c 5jjrrf5ekg
    5jjrs945xc 5jjrtn25mo 5jjs0asetc 5jjs0ashz4 5jjs14r668 5jjs2ip5vk 5kbtuszzsw 5kbtvmyr5s
    5kbtx0wqv4 5kbty4v4e8 5kbu1gq8zk 5l3w4uku80 5w0r6dy58g 5w0rjpenls 5wste7m8lc 68hqnknmyo
    699svebqbk 6xfpjq5ukg 6xfpjq5vcw 6xfpjq5w5c 6xfpjq5yio 6xfpjq60w0 6xfpkk4mps 6xfply2mf4
    6xfpqdw4jk 6xfpxvl534 6y7rtrqps0 b33j9yp61s b3vlhsd9eo cgzh6pj4yo gmnawy11pc m672jxbim8
    m672jxbjeo m672jxbk74 m672jxboxs m672kraark m672m58agw m672n96o00 m672od51j4 m672p73sw0
    m672ql1slc m672rp064g m672zgosu8 m6z4rqzlz4 m6z4rqzmrk m6z4rqzpxc m6z4tywdts m6z4yepvy8
    mio23bxs74 18ce53un18g 18ce54oltds 18ce562jt34 18ce576i6m8 18ce5aidb7k 18ce5bmboqo 18ce5je0bgg
    18d67dw7wg0 18d67ic1ekg 18ov4n99atc 18pn6v2xe68 1uil7nryjuo 1uil7olxc00 1uil7pzvbpc 1ujd9xtjf28
    1ujda29cx6o jpiadnognpc jpiadnogo3k jpurd732xa8 jq78cm1vn5s jqw6bkfamm8 jv1u5ansjcw jv2m7ihgmps
    jwfq37emi9s jwgi5f8almo kbohg7ls6bk kbp9iffg9og kxuoirj3oxs kxuoj72gz5s kxvgkzcrsao lk0vlbgf7k0
    lk1nnja3aww 13f0kjf8h3i8 13f0kjf8h3vk 13f0kjf8h3wg 13f0kjf8h4ao 13f0kjf8h4ow 13f0kjsjxn28
    13f1cln256v4 13f24nuvta80 13f2wq2phdkw 13f3osaj5gxs 13f6t15ttudc 13f7l3dnhxq8 13fpiidlw2yo
    13fqaklfk6bk 13geghbzb2f4 13gf8jjsz5s0 13h46ii6e58g 13kk4b27sz5s 13kkwda1h2io 13l92a0l7ym8
    13l9uc8ew1z4 13ly08yymy2o 13lysb6sb1fk 13mnqa55q0w0 13q3o2p74uzk 13rhk0lxytwg 13vn7uc6gqn4
    1416rlz5sm4g 1417jo6zgphc 14ncyoj344qo 14ndqqqws83k 159j5r30fncw 159jxtau3qps 1 x 1t e9 g1 sh 16p
    35t 3y9 b8qp 18yf5 4zszl jz741 tys5d tysxt 13ydj5 13yebl 13ygox 1nxkn5 27wr29 27wrup 27wu81
    3bv4ld 3bv7r5 4fti4h 4ftiwx 4ftla9 4ftm2p 4zsp8h 59sa9t 5jrvnl 5jrwg1 5jrytd 63r2rl 6dqnsx 6nq96p
    6nq9z5 6nqcch dbgidd dbgj5t dbglj5 dbgmbl dvfphd e5faip efevwh efewox efez29 eze30h fjd9fl fjda81
    fjdcld fjdddt gnbmyp hra0ht hra1a9 m73jep v2qjnl w6ox6p 23gxk3l 23gxkw1 23gxn9d 240wr7l 25oub5t
    25ouebl 2cckl4x 2cwjrgh 70m6bv29 70qm5a0x 70qm5d6p 70zhsa9t 70zhsb29 70zhsdfl s2a1kuf5 s2a1kv7l
    s2a1kxkx s2a1kydd s2avjmkh s2b5j8qp s2b5jb41 s2ehecjl s2ehedc1 s2ehefpd s2eheght s2flct8h
    s2nd1csh s2nd1dkx s2nd1fy9 s2nd1gqp s2o704xt s2ogzqbl s2ogzr41 s2ogzthd s354be2p s4diieip
    s4diifb5 s4diihoh s4diiigx s4emgs1t s4me5erl s4n846wx 1k4hv8xs1 1k4hv8ykh 1k4hv90xt 1k4hv91q9
    1k4iz7c3l 1k4jt63gh 1k4mb2fwh 1k4mb2gox 1k4mb2j29 1k4mb2jup 1k4n5181t 1k4v6pg5d 1k4v6pgxt
    1k4v6pjb5 1k4w0o8ap 1k4wantoh 1k6lc6hvl 1k6lc6io1 1k6lc6l1d 2c6pox1xd 2c6pox535 2c730dkap
    2c730dngh 348vaodfl 348vaoe81 348vaogld 348vaohdt 3490kgoht 3498m4wld 3wb5c98n5 68hst9hxd
    68hst9ipt 68hst9l35 68htn8a2p 68htx7vgh 68htx7w8x 68htx7ym9 68hx9301t 68hx930u9 68hx9337l
    68hy31s75 68hyd1edd 68i6yosg1 68jwa720x 68jwa72td 68jwa756p 70k52r3ep 70k52r475 70kescwld
    cgzjem8sh cgzjem9kx cgzjemby9 cgzk8l0xt cgzkikmbl cgzkikphd cgznufrpd cgzwq2r5t cgzwq2ry9
    cgzwq2ubl cgzxk1jb5 cgzxu15hd cgzynzwu9 d91r8ac5d d91r8acxt d91r8afb5 d924jquip d924jqvb5
    d924jqxoh d924jqygx d925np8u9 fl8epan0h iph9zz0g1 iphnbfitd jhjhtn3sx oxz0lbqip oxz0lbrb5
    oxz0lbtoh oxz0lbugx oxz1faio1 oxz1pa41t oxz5158n5 oxz5159fl oxz515bsx oxz515cld oxz5v40sh
    oxzdws8w1 oxzdws9oh oxzdwsc1t oxzdwscu9 oxzeqr11d oy1429am9 oy1429bep oy1429ds1 pq18eztvl
    pq18ezuo1 pq18ezx1d pq1lqgd1d pq1lqgfep qi3hcmbk1 v6gr6oi69 v6gvmi3gh 1dvxyyqpz5 1dvxyyqqrl
    1dvxyyqt4x 1dvxyyqtxd 1dvy02p3i9 1dvy02p4ap 1dvy02p6o1 1dvy3ek83l 1dvy3ek8w1 1dvy3ekb9d
    1dvy3ekc1t 1dvy4iimf5 1dw02foa2p 1dw02foav5 1dw02fod8h 1eo06setc1 1eo06seu4h 1eo0b88bgh
    1eo0b88c8x 1eo0k3vcht 1eo2a9cdfl 1fg2em2xhd 1fg2j1wflt 22twxc5pfl 22twxc5q81 22tx1rz7k1
    22tx1rz8ch 5jjrp78mpt 5jjrp78ni9 5jjrp78pvl 5jjrp78qo1 5jjrq17ev5 5jjrqb711d 5jjrtn24u9
    5jjrtn25mp 5jjrtn2801 5jjrtn28sh 5jjs2ip535 5jjs2ip5vl 5jjs2ip88x 5jjs3cnx8h 5jjtso66td
    5jjtso67lt 5kbtx0wq2p 5kbtx0wqv5 5kbtx0wt8h 5kbu1gq8zl 5kbu1gqc5d 5kbuacd98h 5l3w4ukxdt
    5mo0khx0xt 5mo0khx43l 5ps9k8eznl 68hqnknmyp 68hqnknpc1 68hqs0h535 68hqs0h88x 6eq8iltz41
    6xfply2lmp 6xfply2mf5 6xfpqdw3r5 6xfpqdw6wx 6y7rtrqozl 6y7rtrqps1 b33j9yqkld b3vlhseny9
    bs1i8c5k1t cgzh6pkji9 gmnawy2g8x m672m589oh m672m58agx m672m58cu9 m672m58dmp m672mz71tt
    m672n96o01 m672n96qdd m672ql1sld m672ql1uyp m672rf0jy9 m672rp05c1 m672rp064h m672zgos1t
    m672zgosu9 m672zgov7l m6z4tywd1d m6z4tywdtt m6z4tywg75 m6z4yepvy9 m7r768dzb5 mcfkh6ejgh
    mcfkh6emm9 mio2gneakh mv51kin9xd rpqudkdo8x 18ce562jsap 18ce562jt35 18ce562jvgh 18ce56wikg1
    18ce576i5tt 18ce576i6m9 18ce5aidaf5 18ce5aidb7l 18ce5aiddkx 18ce5bmboqp 18ce5je0ao1 18ce5je0bgh
    18ce5je0dtt 18ce5khyo75 18d67ic1ds1 18d67ic1ekh 18d67r7oetd 18imn13q58h 1dvxwt1voqp 1dvxx6dc741
    1uil7pzvbpd 1ujdab4zxfl jpiadnogo3l jpiadnogoht 13f0kjf8h3wh 13f0kjf8h4ox 13f0klipenlt 2 1u ea g2
    si 16q 35u 3ya b8qq 18yf6 1vf9e 4zszm jz742 tys5e tysxu 13ydj6 13yebm 13ygoy 1nxkn6 27wr2a 27wruq
    27wu82 3bv7r6 4fti4i 4ftiwy 4ftlaa 4ftm2q 4nb75u 4zsp8i 59sa9u 59sb2a 5jrvnm 5jrwg2 5jryte 63r2rm
    6dqnsy 6nq96q 6nq9z6 6nqcci dbgide dbgj5u dbglj6 dbgmbm dvfphe e5faiq efevwi efewoy efez2a eze30i
    f9do1u fjd9fm fjda82 fjdcle gdc1ky hra0hu hra1aa m73jeq v2qjnm 10mifb6 23gxk3m 23gxkw2 23gxn9e
    23gxo1u 240wr7m 24awc8y 25oub5u 2cckl4y 2cwjrgi 70m6brwi 70m6bsoy 70qm5a0y 70qm5ate 70qm5d6q
    70zhsa9u 70zhsb2a 70zhsdfm 710lqole 72pn9csi s2a1kuf6 s2a1kv7m s2a1kxky s2a1kyde s2avjmki
    s2avjncy s2b5j7ya s2b5j8qq s2b5jb42 s2ehecjm s2ehedc2 s2ehefpe s2eheghu s2fbd4oy s2fbd5he
    s2flcq2q s2nd1csi s2nd1dky s2nd1fya s2nd1gqq s2o704xu s2ogzqbm s2ogzr42 s2ogzthe s4diieiq
    s4diifb6 s4diihoi s4me5erm s4me5fk2 1k4hv8xs2 1k4hv8yki 1k4hv90xu 1k4hv91qa 1k4iz7bb6 1k4iz7c3m
    1k4mb2fwi 1k4mb2goy 1k4mb2j2a 1k4mb2juq 1k4nf0tfm 1k4nf0u82 1k4nf0wle 1k4v6pg5e 1k4v6pgxu
    1k4v6pjb6 1k4w0o8aq 1k542ch6q 1k6lc6hvm 1k6lc6io2 1k6lc6l1e 2c6pox1xe 2c6pox536 2c6u4qk1u
    2c730djia 2c730dkaq 2c730dngi 348vaodfm 348vaoe82 348vaogle 348vaohdu 348w4n5ky 348w4n6de
    348zqhwci 3490kgohu 3498m4wle 3499g3oqq 3wb9s2qrm 68hst9hxe 68hst9ipu 68hst9l36 68htn8a2q
    68htx7vgi 68htx7w8y 68htx7yma 68hur6nlu 68hx9301u 68hx930ua 68hx9337m 68hx93402 68hyd1hj6
    68i64q136 68i6yosg2 68jwa720y 68jwa72te 68jwa756q 70k0mxm2q 70k52r476 70kdye4g2 70m43v66a
    cgzjem8si cgzjem9ky cgzjembya cgzjemcqq cgzk8l0xu cgzkikmbm cgzkikn42 cgzwq2r5u cgzwq2rya
    cgzwq2ubm cgzwq2v42 cgzxk1jb6 cgzxu15he d91r8ac5e d91r8acxu d91r8afb6 d91sc8sua d924jquiq
    d924jqvb6 d924jqxoi iph9zyznm jhjhtn3sy oxz0lbqiq oxz0lbrb6 oxz0lbtoi oxz0lbugy oxz1pa41u
    oxz1pa4ua oxz5158n6 oxz5159fm oxz515bsy oxz653q4i oxzdws8w2 oxzdws9oi oxzdwsc1u oxzeqr11e
    oy1429ama oy1429beq oy1429ds2 pq18eztvm pq18ezuo2 pq18ezx1e pq1lqgd1e s27vw04qq v6gvmi3gi
    11eyim016q 11eyv3hreq 1dvxyyqpz6 1dvxyyqqrm 1dvxyyqt4y 1dvy02p3ia 1dvy02p4aq 1dvy02p6o2
    1dvy3ek83m 1dvy3ek8w2 1dvy3ekb9e 1dvy3ekc1u 1dvy48j08y 1dvyca7bia 1dw02foa2q 1dw02foav6
    1dw02fod8i 1eo06setc2 1eo06seu4i 1eo06sewhu 1eo0b88bgi 1eo0b88c8y 1eo0b88ema 1eo2a9cdfm
    1fg2j1wflu 22tx1rz8ci 5jjrp78mpu 5jjrp78nia 5jjrp78pvm 5jjrp78qo2 5jjrq17ev6 5jjrq17fnm
    5jjrqb708y 5jjrqb711e 5jjrr55sea 5jjrtn24ua 5jjrtn25mq 5jjrtn2802 5jjruh0wzm 5jjrur0j5u
    5jjs2ip536 5jjs2ip5vm 5jjs2ip88y 5jjs3cnx8i 5jjtso66te 5jjtso67lu 5jjtso69z6 5kbtx0wq2q
    5kbtx0wqv6 5kbtx0wt8i 5kbtx0wu0y 5kbu1gqbcy 5kbuacd8g2 5kbuacd98i 5l3w4uku82 5l3w4ukxdu
    5l3w9aecci 5mo0khx0xu 5ps9k8ewhu 5ps9k8eznm 68hqnknm6a 68hqnknmyq 68hqnknpc2 68hqs0h4aq
    6eq8iltz42 6xfply2lmq 6xfply2mf6 6xfply2osi 6xfply2pky 6xfpn21342 6xfpqdw3r6 6xfpqdw4jm
    6xfpqdw6wy 6xfpqdw7pe 6y7rtrqozm 6y7rtrqps2 6y7rtrqs5e 6y7ry7k7wi b33j9yqkle b33j9yrz0i
    b33jna8hdu b3vlk0ctfm b3vlxbtbsy bfkir5g2bm bs1i8c5k1u cgzh6pkjia gmnawy2g8y m672m589oi
    m672m58agy m672m58cua m672n96n7m m672n96o02 m672n96qde m672ql1rsy m672ql1sle m672rf0jya
    m672zgos1u m672zgosua m672zgov7m m672zgow02 m674pm5uki m6z4tywd1e m6z4tywdtu m6z4v2uqki
    m6z4yepvya m6z57acw76 m7r768dzb6 m9bbhfwnwi mio23bxreq mio23bxvcy mv51xu3vgi 18ce562jsaq
    18ce562jt36 18ce562jvgi 18ce576i5tu 18ce5aidaf6 18ce5aidb7m 18ce5aiddky 18ce5bcc2ki 18ce5je0ao2
    18ce5je0bgi 18ce5je0dtu 18ce5k7z2te 18d67dw7wg2 18d67dw7yte 18fie1d89oi 18pn78edwjm 1dvxwt1voqq
    1dvxwxhp6v6 1dvxx6dc742 1f9tupspnnm 1uil7pzvawy 1uil7pzvbpe 1ujd9xtjf2a 1ujd9xtjhfm 2024zcz77cy
    jpiadnognpe jpiadnogo3m jpiado8fute 13f0kjf8h3wi 13f0kjf8h4oy 13f0kjjoalmq 13f0klipenlu
    13f0klj9dupu 3 z 1v 2r df eb g3 ub 16r 5mhv mhcz 2hwo3 9zlr7 13yedf 13yepv 1dxzab 27wrwj 27ws8z
    3bv5fn 3bv5s3 4ftiyr 4ftjb7 4pt3vn 5jrwub 6nqa0z 6nqadf dbgj7n dbgjk3 dlg44j efewqr efex37 epehnn
    fjda9v fjdamb 70m6bsqr 70m6bt37 70naa69v 70qm5av7 70qm5b7n s27to3cz s27to3er s2a1kv9f s2a1kvlv
    s2b5j8sj s2b5j94z s2eheddv s2ehedqb s2nd1dmr s2nd1dz7 1k4hv8ymb 1k4hv8yyr 1k4iz7c5f 1k4iz7chv
    1k4mb2gqr 1k4mb2h37 1k4nf0u9v 1k4nf0umb 1k4v6pgzn 1k4v6phc3 1k4wanuir 1k4wanuv7 2c6pox1z7
    2c6pox2bn 348vaoe9v 348vaoemb 68hqlcqv7 68hqlcqwz 68hqlcr9f 68hst9irn 68hst9j43 68htx7war
    68htx7wn7 68hx930w3 68hx9318j 70k0mxm4j 70k0mxmgz 70k52r48z 70k52r4lf cgzjem9mr cgzjem9z7
    cgzkikn5v cgzkiknib cgznufs3n cgzwq2s03 cgzwq2scj cgzxu15j7 d91r8aczn d91r8adc3 d91sc8qir
    d924jqvcz d924jqvpf d925np98j iph9zz0ub iphb3xedf oxyydezgj oxyydezib oxz0lbrcz oxz0lbrpf
    oxz1pa4w3 oxz1pa58j oxz5159hf oxz5159tv oxz653ncz oxzdws9qb oxzdwsa2r pq18ezupv pq18ezv2b
    pq19iy88z pq1cutcub pq1lqgd37 pq1lqgdfn 11eyhs1937 11eyhs19fn 1270plpcsj 1dvxwqtywz 1dvxwqtyyr
    1dvxwqtzb7 1dvxxksr43 1dvxxksrgj 1dvxyyqqtf 1dvxyyqr5v 1dvy02p4cj 1dvy02p4oz 1dvy3ek8xv
    1dvy3ek9ab 1dvy4iimtf 1dvyaw99hf 1dvyaw99tv 1eo06seu6b 1eo06seuir 1eo0b88car 1eo0b88cn7
    1eo0cc6ptv 22twv48ydf 22twxc5q9v 22twxc5qmb 23lz9lnc3n 5jjrmzbvnn 5jjrmzbvpf 5jjrmzbw1v
    5jjrmzbwg3 5jjrmzbwhv 5jjrmzbwub 5jjrmzbxab 5jjrmzbxmr 5jjrmzbytf 5jjrmzbznn 5jjrmzc003
    5jjrmzc20z 5jjrmzc2df 5jjrmzsqir 5jjrmzsqv7 5jjrnjb2rn 5jjrntanur 5jjrntao77 5jjrp78nk3
    5jjrp78nwj 5jjrqb7137 5jjrqb71fn 5jjrrf5emb 5jjrrf5eyr 5jjrs945z7 5jjrs946bn 5jjrtn25oj
    5jjrtn260z 5jjs0ase0z 5jjs0asetf 5jjs0asev7 5jjs0asf7n 5jjs0asi0z 5jjs0asidf 5jjs0url4z
    5jjs14r683 5jjs14r6kj 5jjs2ip5xf 5jjs2ip69v 5kbtuszz2b 5kbtut0077 5kbtx0wqwz 5kbtx0wr9f
    5kbty4v4sj 5kbuacd9ab 5w0r6dy5mr 5w0r6dy7lv 5w0rjpepz7 68hqnknmyr 68hqnknn0j 68hqnknncz
    699svebqdf 699svebqpv 6xfpjq5ukj 6xfpjq5umb 6xfpjq5uyr 6xfpjq5ver 6xfpjq5vr7 6xfpjq5wjn
    6xfpjq5ywz 6xfpjq60xv 6xfpkk4mrn 6xfpkk4n43 6xfply2mgz 6xfply2mtf 6xfpn210cj 6xfpqdw4lf
    6xfpx1mcxv 6xfpxvl54z 6xfpxvl5hf 6y7rtrqptv 6y7rtrqq6b 7n5qs55pmr b33j9yp61v b3vlhsd9er
    bs1i8c45ib cgzh6pj4yr gmnawy11pf m672jxbimb m672jxbio3 m672jxbj0j m672jxbjer m672jxbjgj
    m672jxbjsz m672jxbk8z m672jxbklf m672jxbmmb m672jxbmyr m672jxbozn m672jxbpc3 m672jxmrcz
    m672jxsdtv m672khapqb m672kraatf m672krab5v m672m58agz m672m58air m672m58av7 m672n96o1v
    m672n96oeb m672od51kz m672od51xf m672p73sxv m672p73tab m672ql1szn m672x8s0zn m672x8s1s3
    m672x8s4zn m672x8s5c3 m672xsr83n m672zgosw3 m672zgot8j m6z4tywdvn m6z4tywe83 mio23bxslf
    rpqu94k64j 18ce53un18j 18ce53un1mr 18ce54oltfn 18ce54olts3 18ce562jt4z 18ce562jthf 18ce576i70j
    18ce5aidb9f 18ce5aidblv 18ce5je0bib 18ce5je0bur 18d67bob4n7 18d67dw7whv 18d67dw7wub 18d67ic1eyr
    18d67r7of7n 1uil7nryjur 1uil7nryjwj 1uil7nryk8z 1uil7nryl1f 1uil7obxqyr 1uil7olxc1v 1uil7olxceb
    1uil7pzvbr7 1uil7pzvc3n 1uil7r3tpmr 1ujd9xtjfgj jpiadnognr7 jpiadnogo3n jpiadnogojn jpiae0zx6wz
    jpiae0zx79f jq78cm1vn7n jq78cm1vnk3 jqw6bkfamo3 jqw6bkfan0j jqwyds8yqdf jv1u5ansjer jv1u5ansjr7
    jv2m7ihgmrn jv2m7ihgn43 jvqs4917iv7 jwfq37emibn jwfq37emio3 jwgi5f8aloj jwgi5f8am0z k64xokmgaub
    kbohg7ls6df kbohg7ls6pv kbp9iffg9qb kbp9iffga2r kxuoirj3ozn kxuoirj3pc3 kxuoj72gzk3 kxvgkzcrsoz
    lk0vlbgf7lv lk0vlbgf7yb 13f0kjf8h3ib 13f0kjf8h3k3 13f0kjf8h3vn 13f0kjf8h3wj 13f0kjf8h4oz
    13f0kjf93kv7 13f1cln256v7 13f1cln256wz 13f1cln2579f 13f24nuvta83 13f24nuvta9v 13f24nuvtamb
    13f2wq2phdkz 13f2wq2phdmr 13f3osaj5gxv 13f3osaj5gzn 13f6t15ttudf 13f6t15ttuf7 13f6t15tturn
    13f7l3dnhxqb 13fpiidlw2yr 13fpiidlw30j 13fpiidlw3cz 13fqaklfk6bn 13fqaklfk6df 13geghbzb2f7
    13geghbzb2gz 13geghbzb2tf 13gf8jjsz5s3 13gf8jjsz5tv 13gf8jjsz66b 13h46ii6e58j 13h46ii6e5ab
    13kk4b27sz5v 13kk4b27sz7n 13kk4b27szk3 13kkwda1h2ir 13kkwda1h2kj 13l92a0l7ymb 13l92a0l7yo3
    13ly08yymy2r 13ly08yymy4j 13lysb6sb1fn 13lysb6sb1hf 13q3o2p74uzn 13q4g4x0sycj 13rhk0lxytwj
    13vn7uc6gqn7 1416rlz5sm4j 1416rlz5sm6b 1417jo6zgphf 1417jo6zgpj7 14ncyoj344qr 14ncyoj344sj
    14ndqqqws83n 14ndqqqws85f 159j5r30fncz 159jxtau3qpv 4 10 1w 2s dg ec g4 sk uc 16s 3yc 5mhw b9j8
    mhd0 18z7o 1vfb8 2hwo4 9zlr8 jz7wk tysxw 13yebo 13yedg 13yepw 13yhhg 157cqs 1dxzac 1nxlfo 27wrus
    27wrwk 27ws90 27wv0k 2880lg 295q9w 2rvyys 3bv5dw 3bv5s4 4fti4k 4ftix0 4ftiys 4ftjb8 4ftlac 4ftm2s
    4pt3vo 4zsp8k 4zsq10 5jrwg4 5jrwhw 5jrwuc 5jrzlw 5trhes 63r3k4 6nq9z8 6nqa10 6nqadg 6nqd50 77ph38
    7ronic dbgj5w dbgj7o dbgjk4 dbgmbo dlg44k dvfphg dvfq9w e5fbb8 efewp0 efewqs efex38 efezus epehno
    eze3t0 fjda84 fjda9w fjdamc fjdddw g3chc4 gnbnr8 h7auv8 hra1ac iv8etg m73jes v2qjno 23gxkw4
    23gxo1w 240ws04 70m6bsp0 70m6bsqs 70m6bt38 70qm5b7o 70zhsb2c 70zhsb44 70zhsbgk s27to3d0 s27to3es
    s28dnah0 s2a1kv7o s2a1kv9g s2a1kvlw s2a1kydg s2alk2bo s2b5j8qs s2b5j8sk s2b5j950 s2bpifus
    s2ehedc4 s2eheddw s2ehedqc s2eheghw s2f1dkg4 s2flcu10 s2lp3suc s2nd1dl0 s2nd1dms s2nd1dz8
    s2nd1gqs s2nx0kp0 s2ogzr44 s2ogzric s2ogzu9w s2rsuvpg s4diiih0 1k4hv8ykk 1k4hv8ymc 1k4hv8yys
    1k4hv91qc 1k4if85ok 1k4ip7qpw 1k4iz7c3o 1k4iz7c5g 1k4iz7chw 1k4jj6j7o 1k4mb2gp0 1k4mb2gqs
    1k4mb2h38 1k4mb2jus 1k4mv1nt0 1k4n518uc 1k4nf0u84 1k4nf0umc 1k4nz01c4 1k4v6pgxw 1k4v6pgzo
    1k4v6phc4 1k4v6pk3o 1k4vqoo1w 1k4wanuh0 1k4wun1l0 1k6lc6io4 2c6pox1xg 2c6pox1z8 2c6pox2bo
    2c6pox538 2c6u4qk1w 2c6u4qn7o 2c6uypc78 2c6v8oxl0 2c6v8p0qs 2c730dkas 2c730dngk 2c744bxtw
    348vaoe84 348vaoe9w 348vaoemc 348vaohdw 348vazmys 348vbxcn8 348vunlc4 348w4n6dg 348wemrr8
    348xil5ac 348zqhwck 3490ah3gk 3498m4wlg 3wb5c98n8 3wb5c9bt0 3wbinpr0k 3wbinpu6c 68hqlcqv8
    68hqlcqx0 68hst9ipw 68hst9iro 68hst9j44 68hst9lvo 68hsuih50 68htd8ptw 68htx7w90 68htx7was
    68htx7wn8 68hx930uc 68hx930w4 68hx9318k 68hx93404 68hyd1edg 68i64q138 68i64q490 68i6op878
    68i78oemc 68i78ohs4 68i7snlqc 68jwa72tg 70k0mxm2s 70k0mxm4k 70k0mxmh0 70k52r7d0 70kdye4g4
    70kdye7lw 7sm8glpfo 7sm8glslg 7smcwf7k4 7smcwfapw 7smls27t0 8kokq3ax0 cgzjem9l0 cgzjem9ms
    cgzjem9z8 cgzjemcqs cgzjylgp0 cgzkikn44 cgzkikn5w cgzkiknic cgzkikq9w cgznufrpg cgznufs3o
    cgzwq2ryc cgzwq2s04 cgzwq2sck cgzwq2v44 cgzxa1z2c cgzxu15hg cgzxu18n8 ch015wa2s d91r8acxw
    d91r8aczo d91r8adc4 d91r8ag3o d91rs9k1w d91sc8qv8 d924jqvb8 d924jqvd0 d924jqvpg d924jqyh0
    d925np8uc d925npc04 e13z1ygas e14cdeyo4 e14dhdc78 gdamiyqdg iph9zz0g4 iph9zz0uc iphnbfitg
    iphnbflz8 iphofdwck jhjv53pc4 oxyydezgk oxyydezic oxz0lbrb8 oxz0lbrd0 oxz0lbrpg oxz0lbuh0
    oxz15ayf8 oxz1pa4uc oxz1pa58k oxz5159fo oxz5159hg oxz5159tw oxz515clg oxz5l4gjo oxz653mys
    oxzc8uoxw oxzdws8w4 oxzdws9ok oxzdws9qc oxzdwsa2s oxzdwscuc oxzegrgsk oxzf0qn9g oy1429bes
    pq16732v8 pq18ezuo4 pq18ezupw pq18ezv2c pq1cutcsk pq1cutfyc pq1dyrqbo pq1lqgd1g pq1mueqkk
    qi3g8ny10 qi3kohg5g qi3uo2txg qi5jpli4k s27vw04qs s2897gn44 v6gr6oi6c v6gvmi0as v6gvmi3gk
    v6h4i50jo v6h4i53pg 11eyv3hres 11eyv3hukk 1270plpcsk 12714148as 17ngct7i10 18fitiilms 1dvxwqtyx0
    1dvxwqtyys 1dvxxksrgk 1dvxyyqqro 1dvxyyqqtg 1dvxyyqr5w 1dvxzipxvo 1dvy02p4p0 1dvy3ek8w4
    1dvy3ek8xw 1dvy3ek9ac 1dvy3ekc1w 1dvy3yjg04 1dvy4iimf8 1dvyam9p6s 1dvyaw99hg 1dvyaw99tw
    1dvyca7950 1dvyca7cas 1dvycu6g90 1eo06seu4k 1eo06seu6c 1eo06seuis 1eo06sexac 1eo0b88c90
    1eo0b88cas 1eo0b88cn8 1fg2em2xhg 1fg2j1wflw 1fg4i30hl0 1k4ftzwzr8 1k4ftzx2x0 1qcxtgwqv8
    22twxc5q84 22twxc5q9w 22twxc5qmc 22tx1rz8ck 5jjrmzbvno 5jjrmzbvpg 5jjrmzbw1w 5jjrmzbwg4
    5jjrmzbwhw 5jjrmzbwuc 5jjrmzbxms 5jjrmzbytg 5jjrmzbzlw 5jjrmzbzno 5jjrmzc004 5jjrmzc1z8
    5jjrmzc210 5jjrmzc2dg 5jjrmzsqv8 5jjrnjb2ro 5jjrnjb3k4 5jjrntant0 5jjrntanus 5jjrntao78
    5jjrp78nic 5jjrp78nk4 5jjrp78nwk 5jjrp78qo4 5jjrp78r2c 5jjrp8hlxg 5jjrpr7umc 5jjrq17fno
    5jjrqb711g 5jjrqb7138 5jjrqb71fo 5jjrqb7478 5jjrrf5ekk 5jjrrf5emc 5jjrrf5eys 5jjrrz4kw4
    5jjrrz4lok 5jjrrz4r7o 5jjrs945xg 5jjrs945z8 5jjrs9469w 5jjrs946bo 5jjrs946pw 5jjrtn25ms
    5jjrtn25ok 5jjrtn2610 5jjrtn277o 5jjrtn28sk 5jjru71cqs 5jjruh0xs4 5jjrur0mbo 5jjrvazq9w
    5jjs0ase10 5jjs0asetg 5jjs0asf7o 5jjs0asgec 5jjs0ash6s 5jjs0ashz8 5jjs0asidg 5jjs0url50
    5jjs0urmpw 5jjs0urrgk 5jjs14r684 5jjs14r6is 5jjs14r6kk 5jjs2ip5vo 5jjs2ip5xg 5jjs2ip69w
    5jjs2ip91g 5jjs32oczo 5jjs4qm2h0 5jjtso6aro 5jjtt85epw 5kbtx0wqv8 5kbtx0wqx0 5kbtx0wr9g
    5kbtx0wu10 5kbty4v4ec 5kbty4v7k4 5kbu1gq8zo 5kbu1gq9dw 5kbu1gqc5g 5kbuacd98k 5kbuacd9ms
    5kbuacdcec 5l3w4uku84 5l3w4ukumc 5l3w5yj7r8 5l3w9aecck 5mo0khx0xw 5ps9k8ewhw 5ps9k8ezno
    5psbj9iyh0 5qkbnm9hqc 5qkbs2330k 5w0r6dy58k 5w0rjpemtg 5w0rjpenlw 5w0rjpepz8 5wste7m8lg
    5wste7m8n8 68hqnknmys 68hqnknn0k 68hqnknnd0 68hqo4mu2s 68hqs0h538 68hqs0h890 68hqt4fimc
    68hqz86qx0 68hr0w45c4 699svebqpw 6eq8e60dtw 6eq8iltz44 6xfpjq5ukk 6xfpjq5umc 6xfpjq5uys
    6xfpjq5ves 6xfpjq5vr8 6xfpka51ok 6xfpkk4n44 6xfply2mf8 6xfply2mh0 6xfply2mtg 6xfpms1ds4
    6xfpn20zyc 6xfpqdw4jo 6xfpqdw4lg 6xfpqdw4xw 6xfpqdw7pg 6xfpxllk1w 6xfpxvl550 6xfpxvl5hg
    6y7rtrqps4 6y7rtrqptw 6y7rtrqq6c 6y7ry7k7wk 70jyh8qzus 7n5qwkz7d0 b33j9yp61w b33j9yqldw
    b33j9yrzt0 b3vlhsd9es b3vlhseoqs b3vlk0bft0 b9c12s03b8 bfkir5ens4 bfkitdcu6c cgzh6pj4ys
    cgzh8xhbd0 chrjgr5epw gmnawy11pg gmnaz5z83o m672jxbimc m672jxbio4 m672jxbj0k m672jxbjes
    m672jxbjgk m672jxbjt0 m672jxbk90 m672jxbklg m672jxbldw m672jxbmys m672jxboxw m672jxbozo
    m672jxbpc4 m672jxmrd0 m672khapqc m672kraaro m672kraatg m672krab5w m672m58ah0 m672m58ais
    m672m58av8 m672m58dms m672mp7hl0 m672mz72mc m672n96o04 m672n96o1w m672n96oec m672nt5v44
    m672od51j8 m672od51xg m672od53wk m672ox47us m672p73sw4 m672p73tac m672ql1slg m672ql1vr8
    m672r50zpg m672x8s1s4 m672x8s3d0 m672x8s5c4 m672xsr83o m672xsr9ok m672y2qthg m672zgosuc
    m672zgosw4 m672zgot8k m67300nzyc m67314mdhg m674pm5xqc m6z4tywdtw m6z4tywdvo m6z4tywe84
    m6z4tywgzo m6z4v2ures m6z4v2uuis m6z4yepvyc m6z4yepz44 m6z4yyp32c m6z4zio9hg m6z57acw78
    m6z57aczd0 m7r71skh6s m7r768dzb8 m7r7f40zk4 m9bbhfwnwk mcfkcql1c4 mcfkcql4hw mcfkh6ejgk
    mcfkh6emmc mio2gneakk mjg4b5lvlw mv51kin9xg mv51kin9z8 mv51oygs1w mv51oygv7o mv51q2f5l0
    nk30iw29dw nk30nbvric rpqu94k64k rpqu94k9ac rpqudkdo90 rpqudkdres rpqumg0ohw rqiwgy89hg
    rqiwle1uro rsv34f8jk4 rwrebzelms x9alw3yv2c x9alx7x8lg 18ce53un18k 18ce53un1ac 18ce54oltfo
    18ce562jt38 18ce562jt50 18ce562jthg 18ce562jw90 18ce563sric 18ce56mj078 18ce576i6mc 18ce576i6o4
    18ce5aidb7o 18ce5aidb9g 18ce5aidedg 18ce5b2cibo 18ce5bmboqs 18ce5hq2ric 18ce5je0bgk 18ce5je0bic
    18ce5je0bus 18ce5je0emc 18ce5jxzikk 18ce5khyozo 18d67dw7wg4 18d67dw7whw 18d67dw7wuc 18d67dw7zlw
    18d67r7oetg 18d67r7oev8 18d67r7of7o 18dy9q5phxg 18dy9z1ci6c 18fie1d86is 18immwnwjyc 18imn13q22s
    18imn9zd2bo 18imn9zd5hg 18ov50kpt6s 18ov51oo6pw 18pn6v2xekk 18pn78edwjo 191c44fysjo 191c48vsao4
    191c4hrfax0 1dvxwt1vnyc 1dvxwt1voqs 1dvxwxhp6v8 1dvxx6dc744 1dvxx6dc9hg 1uil7nryjus 1uil7nryjwk
    1uil7nryk90 1uil7obxqys 1uil7olxcec 1uil7olxd6s 1uil7pzvbpg 1uil7pzvbr8 1uil7pzvc3o 1ujd9xtjf2c
    1ujd9xtjf44 1ujd9xtjfgk 1umhit47shw 1uplrsupr7o jpiadnogo3o jq78cm1vnk4 jqw6bkfammc jqw6bkfamo4
    jqw6bkfan0k jqw6bmn7dok jv1u5ansjd0 jv1u5ansjes jv1u5ansjr8 jv1u5ansk5g jv1u5ansmis jv1u5b7rqh0
    jv1u5bhrbic jv1u5cvpdl0 jv1u5f3m1hg jv1u5f3m29w jv1u5f3m4n8 jv1u5fnl8lg jv1u5nz91qc jv1u5nz92is
    jv1u5nz94w4 jv1u5oj88uc jv1u5sf2jus jv1u7eopakk jv2m7ihgmro jv2m7ihgn44 jv2m7kpdekk jv2m7kpdgxw
    jv2m7y0tw5g jv2m7y0twxw jv2m7y0tzb8 jv3e9sj1h50 jv3e9sj1hxg jv3e9wyuz9g jv3e9wyv01w jv3e9wyv2f8
    jv82n3h21ac jv82n7wvk78 jveb57dvais jvf37f7jh1g jvqs4foxs04 jwfq37emibo jwfq37emio4 jwfq37emj2c
    jwfq39mj9c4 jwfq39mja4k jwfq3e2crgk jwfq3e2cs90 jwfq3e2cumc jwfq3kq33t0 jwgi5f8am10 jwgi5f8amf8
    jwgi5hg7dhg k64xokmgauc kbohg7ls6bo kbohg7ls6dg kbohg7ls6pw kbohg7ls744 kbohg7ls7ic kbohg7ls9hg
    kbohg85rdfo kbohg8fqyh0 kbohgc1log4 kbohgc1lp8k kbohgc1lrlw kbohgclkvk4 kbohgkx8op0 kbohgkx8phg
    kbohgkx8rus kbohglh7vt0 kbp9iffg9ok kbp9iffga2s kbp9ihnd1j8 kbp9ihnd3wk kbp9ijv9rt0 kbp9iuytj44
    kbp9iuytjwk kbp9iuytm9w kbq1kph143o kbq1ktwum84 kbq1ktwupdw kbrlp2wgjr8 kbupy0f1p1g kbupy4uv75w
    kbuq03vzbic kcdfflikg04 kd2deb0cf7o kh817wt0ttw kh81818ub5w kh81818ubyc kmrkzhkiqx0 kxuoirj3oxw
    kxuoirj3ozo kxuoirj3pc4 kxuoj4uk7b8 kxvgkzcrsck kxvgkzcrsp0 kxvgl1kok5g kxw8n9ecmpw lk0vlbgf7k4
    lk0vlbgf7lw lk0vlbgf7yc lk0vlfw8pok lk1nnja3ax0 13f0kjf8h3ic 13f0kjf8h3k4 13f0kjf8h3vo
    13f0kjf8h3wk 13f0kjf8h4as 13f0kjf8h4p0 13f0kjf8h6o4 13f0kjfsgamc 13f0kjg2fvno 13f0kjjoalms
    13f0kjjoamf8 13f0kjjoaosk 13f0kjk89sqs 13f0kjsjxlvo 13f0kjsjxmo4 13f0kjsjxp1g 13f0kjt3wszo
    13f0kjwzr404 13f0klipeoec 13f0klipeqro 13f0klj9dupw 13f1cln256v8 13f1cln256x0 13f1cln257no
    13f1cln25a10 13f1clnm4dz8 13f1clnw3z0k 13f1clpa1xxg 13f1clpa1ypw 13f1clpa2138 13f1clrhyozo
    13f1clrhyps4 13f1clrhys5g 13f1cls1xw3o 13f1cm0dlp8k 13f1cm0dlq10 13f1cm0dlsec 13f1cm0xkwck
    13f1cm2ligas 13f1cm2lih38 13f1cm2lijgk 13f1cm4tf7d0 13f1cnqj2rr8 13f1cnqj2u4k 13f24nuvta84
    13f24nuvta9w 13f24nuvtb0k 13f24nvfshc4 13f24nx3q22s 13f24nx3q4g4 13f24nzbmsck 13f24nzbmt50
    13f24nzbmvic 13f24nzvlzgk 13f24o1jjjes 13f2wq2phdl0 13f2wq4xe4n8 13f2wq4xe5fo 13f2wq4xe7t0
    13f2wq9d7nk4 13f3osaj5gxw 13f3osaj5gzo 13f6t15ttudg 13f6t15ttuf8 13f6t181qlfo 13f6t181qm84
    13f6t1chk3k4 13f6t1nl3uv8 13f7l3dnhxqc 13f7l3dnhxs4 13f7l3fveosk 13f7l3kb87pg 13f7l3kb8a2s
    13f8d5np2sxw 13fd1iyn3cas 13fd1jbyjuo4 13fpiidlw2ys 13fpiidlw30k 13fpiidlw3r8 13fpiiftsu10
    13fpiik9mc5g 13fpiik9mcxw 13fpiiqxclc4 13fpiiqxcm4k 13fpiirhbsg4 13fpiit59d6s 13fqaklfk6bo
    13fqaklfk6dg 13fqakqfcvk4 13fr2mzwyiv8 13geghbzb2f8 13geghbzb2h0 13geghcja9j8 13geghe77thg
    13geghgz3rno 13geghin1ero 13geghparll0 13geghpuqrwk 13gf8jjsz5s4 13gf8jjsz5tw 13gf8jm0vwuc
    13gf8jm0w004 13gf8jqgpeys 13gf8jqgpfr8 13gf8jx4fo5g 13gg0lyadj44 13h3egacq1vo 13h3egh0gbus
    13h3egh0ge84 13h46ii6e58k 13h46ii6e5ac 13kk4b27sz5w 13kk4b27sz7o 13kk4b27szk4 13kk4b27szyc
    13kk4b2rs69w 13kk4b6nmhac 13kk4b6nmi2s 13kk4b77loec 13kk4b8vj8ck 13kk4bfj9hj8 13kk4bfj9kp0
    13kk4d68pqdg 13kkwda1h2is 13kkwda1h2kk 13kkwda1h3b8 13kkwdc9dtl0 13kkwdc9dudg 13kkwdc9dwqs
    13kkwdgp7bpg 13kkwdgp7chw 13kkwdgp7ev8 13klofoivf2c 13kmghrwq0as 13kmghrwq138 13kqcuyi04ck
    13l92ag4l81w 13ly0916jp50 13ly0916jpxg 13lysb6sb1fo 13lysb6sb1hg 13lysbdg1ds4 13q3o2p74uzo
    13q4g4x0syck 13q4g4x0vrgk 13qsm1nkmnk4 13rhk0lxytwk 1416rlz5sm4k 1416rlz5sm6c 1416rlzprt8k
    1416rm3lm490 1416rm3lm51g 1416rm3lm7es 1416rm45lbd0 1416rmd18blw 1416ro36pdc4 1417jo6zgphg
    1417jo97dhc4 1417jo97djpg 1418bqh11jwk 141vpl46xvk4 14c9v594j6pw 14ncyoj344qs 14ncyoj344sk
    14ncyojn3bus 14ncyolb0vt0 14ndqqqws83o 14ndqqqws85g 14neit0yd2is 14swig8acs90 159j5r30fnd0
    159j5r30fnes 159j5r30fojo 11 g5 g6 7w4g8bq fs8wg86 nodco4m vkhsw12 g7 2gosa7pa2w7 g8 13gm93xk
    13gm94q0 1bcqpbu0 jpibh4aprmw jpibp0f5zjc 13f0lmvuq7fs 13f0lmvuq888 13f0lurz6fc8 g9 1j8v5jqh
    1r4zlrmx 1z141zjd 2etcyfc9 jpicsh1f31l 13f0my8lfiuh ga 2ulluv56 32hqb31m 3aduray2 3adurnl6
    3adus08a 3ae28zze jpido1j7yne 13f0ntt38ega 13f0ntt38f8q gb 3i9z7iuj 3q63nqqz 3y283ynf 45yck6jv
    4duh0egb 4duh0g17 4dujiasr 4dujicdn 4dum0757 4dum08q3 4duoi3hn 4tmpwu97 4tmpwvu3 4tmseqln
    4tmses6j 4tmuwmy3 4tmuwoiz gc jpia9pm8k6k 13f0kjf8h3xo 13f0kjf8h4q4 13f0kjjoamuk 13f0kjsjxn3g
    1n4iux2wxrn0 ge 51iud25q 59eyta26 13f0psu7adke fj gf fm 3le 6r6 9wy gv8y gyeq h1ki 1vfoy 1viuq
    1vm0i 1vp6a jpiadnogo4y jpiadnogugi fn hra1pv
    """
}
